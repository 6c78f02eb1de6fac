export const wallet = {
  wallet: {
    title: 'Wallet',
    failed: 'Your wallet could not be opened.',
    stale: 'What you see may not be the newest.',
    empty:
      'You have no member benefits yet. Once you have joined the union, insurance, health check and gift appear here by themselves.',
    join: 'See how joining stands',
    otherProgramme: 'Member benefit',
    number: {
      ACCIDENT_INSURANCE: 'Policy number',
      HEALTH_CHECK: 'Health-check number',
      WELCOME_GIFT: 'Film-ticket code',
      OTHER: 'Reference',
    },
    valid: 'Valid',
    until: 'Valid until',
    fromTo: '{from} to {until}',
    left: 'Time left',
    days: '{days} days left',
    today: 'Ends today at {time}',
    over: 'Has just ended',
    contents: 'Includes',
    comma: ', ',
    between: ' ',
    issuedAt: 'Issued',
    whereToFetch: 'Union stations near me',
    film: 'Film ticket',
    filmQr: 'QR code of the film ticket; it holds the code below',
    filmHow:
      'Show the QR code at the cinema, or read out the code. It works once: do not pass it on.',
    use: {
      ACCIDENT_INSURANCE:
        'You are covered. After an accident see a doctor first, then call the insurer or your union with the policy number.',
      HEALTH_CHECK:
        'Take your ID card and this number to the clinic that your union works with, for one free check. Ask your union or a union station which clinic that is.',
      WELCOME_GIFT:
        'Your gift is ready. Fetch it at a union station or at your union; your membership number is enough. The film-ticket code is below.',
      OTHER: 'It is issued and can be used.',
    },
    standing: {
      DUE: 'It is planned and comes by itself on its day. There is nothing you need to do.',
      RESERVED: 'It is being arranged right now, which usually takes a few seconds.',
      USED: 'It has been used.',
      EXPIRED: 'It was not used before it ended, and cannot be used any more.',
      CANCELLED: 'It was cancelled and cannot be used. Usually that is because you left the union.',
      FAILED:
        'We are sorry: this could not be arranged, and it is not tried again by itself. Please ask your union why.',
    },
    waiting: {
      OUT_OF_STOCK:
        'It is out of stock and more is on its way. It comes to you by itself, in turn. There is nothing you need to do.',
      PROVIDER_UNAVAILABLE:
        'Our partner’s system cannot be reached, and we keep trying. We tell you when it is ready; there is nothing you need to do.',
      OTHER: 'It is being arranged. We tell you when it is ready; there is nothing you need to do.',
      by: 'Expected by {moment}.',
      noDate: 'Nobody can say the day yet.',
    },
  },
}
