export const signIn = {
  signIn: {
    title: 'Sign in',
    welcome: 'Welcome to Nuanxin',
    lead: 'Sign in with your phone, no password. Joining the union takes a minute.',
    phone: 'Phone number',
    phoneHint: 'We send you a message with a 6-digit code.',
    phoneWrong: 'Enter a mobile number of 11 digits, such as 138 0013 8000.',
    send: 'Send me a code',
    sending: 'Sending …',
    codeTitle: 'Enter the code',
    sentTo: 'The code went to {phone} and is good for {minutes} minutes.',
    code: '6-digit code',
    codeShort: 'The code has 6 digits; some are missing.',
    enter: 'Sign in',
    entering: 'Signing in …',
    resend: 'Send a new code',
    resendIn: 'You can ask for a new code in {seconds} s',
    resent: 'A new code is on its way; the one before no longer works.',
    changePhone: 'Use another number',
    wrong: 'That is not the code; please compare it with the message. Tries left: {left}.',
    expired: 'This code is too old. Ask for a new one.',
    tooManyTries: 'Too many wrong tries: this code no longer works. Ask for a new one.',
    tooManyCodes: 'This number was sent too many codes. Try again in {minutes} minutes.',
    offline:
      'No network, so you cannot sign in yet. Stations need no sign-in: you can see those kept on this phone.',
    noAnswer:
      'The service does not answer; the network may be weak. Stations need no sign-in: you can see those kept on this phone.',
    toStations: 'See the stations',
    signOutOwed:
      'You are signed out on this phone. The server is told by itself as soon as there is a network; nothing for you to do.',
    notSent: 'The message could not be sent. Try again in a few seconds.',
  },
}
