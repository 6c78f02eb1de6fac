import { benefits } from './benefits'
import { dashboard } from './dashboard'
import { deadLetters } from './deadLetters'
import { flow } from './flow'
import { members } from './members'
import { review } from './review'
import { signIn } from './signIn'
import { stations } from './stations'

export default {
  app: { title: '暖新工作台' },
  area: {
    dashboard: '概览',
    review: '入会审核',
    members: '会员',
    benefits: '权益',
    stations: '驿站',
    flow: '运行状态',
    'dead-letters': '死信',
  },
  notFound: { title: '没有这个页面', home: '回到工作台' },
  ...signIn,
  ...review,
  ...members,
  ...dashboard,
  ...flow,
  ...benefits,
  ...stations,
  ...deadLetters,
}
