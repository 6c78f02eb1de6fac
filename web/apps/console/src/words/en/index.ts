import { benefits } from './benefits'
import { dashboard } from './dashboard'
import { deadLetters } from './deadLetters'
import { flow } from './flow'
import { members } from './members'
import { review } from './review'
import { signIn } from './signIn'
import { stations } from './stations'

export default {
  app: { title: 'Nuanxin console' },
  area: {
    dashboard: 'Dashboard',
    review: 'Review',
    members: 'Members',
    benefits: 'Benefits',
    stations: 'Stations',
    flow: 'Flow',
    'dead-letters': 'Dead letters',
  },
  notFound: { title: 'There is no such page', home: 'To the console' },
  ...signIn,
  ...review,
  ...members,
  ...dashboard,
  ...flow,
  ...benefits,
  ...stations,
  ...deadLetters,
}
