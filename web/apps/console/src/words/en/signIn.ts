export const signIn = {
  signIn: {
    title: 'Sign in to the console',
    lead: 'Use the staff account that your union gave you.',
    username: 'User name',
    password: 'Password',
    show: 'Show password',
    submit: 'Sign in',
    busy: 'Signing in …',
    wrong: 'The user name or the password is wrong. Check both, capitals included.',
    missingUsername: 'Enter your user name.',
    missingPassword: 'Enter your password.',
    tooMany: 'Too many tries; try again in {seconds} seconds.',
    gone: 'Sign in first to see that page.',
  },
}
