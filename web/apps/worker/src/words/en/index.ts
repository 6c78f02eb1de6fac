import { apply } from './apply'
import { home } from './home'
import { me } from './me'
import { messages } from './messages'
import { signIn } from './signIn'
import { stations } from './stations'
import { wallet } from './wallet'

export default {
  app: { title: 'Nuanxin', tagline: 'A home for gig workers in Sanya' },
  tab: { home: 'Home', wallet: 'Wallet', messages: 'Messages', stations: 'Stations', me: 'Me' },
  notFound: { title: 'There is no such page', home: 'To the start page' },
  update: {
    lost: 'That page could not be opened, perhaps for want of a network. Tap it again later.',
    ready: 'There is a new version. Updating takes seconds, and nothing you filled in is lost.',
    now: 'Update now',
    later: 'Later',
  },
  consequence: {
    notKnown:
      'There was no answer, so we do not know yet whether it was done. Try again in a moment; what is done is not done twice.',
  },
  ...signIn,
  ...apply,
  ...home,
  ...wallet,
  ...messages,
  ...stations,
  ...me,
}
