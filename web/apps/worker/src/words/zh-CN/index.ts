import { apply } from './apply'
import { home } from './home'
import { me } from './me'
import { messages } from './messages'
import { signIn } from './signIn'
import { stations } from './stations'
import { wallet } from './wallet'

export default {
  app: { title: '暖新', tagline: '三亚新就业形态劳动者之家' },
  tab: { home: '首页', wallet: '卡包', messages: '消息', stations: '驿站', me: '我的' },
  notFound: { title: '没有这个页面', home: '回到首页' },
  update: {
    lost: '这一页没能打开，可能没有网络。等有网了再点一次。',
    ready: '有新版本了。更新只要几秒，填过的内容不会丢。',
    now: '现在更新',
    later: '以后再说',
  },
  consequence: {
    notKnown: '没有收到回应，我们还不知道办成没有。请稍等再试一次，已经办成的不会重复办。',
  },
  ...signIn,
  ...apply,
  ...home,
  ...wallet,
  ...messages,
  ...stations,
  ...me,
}
