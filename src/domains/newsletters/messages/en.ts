import type { PublicWords } from './ja.ts'

export const en: PublicWords = {
  title: 'Newsletter',
  lead: 'News on working together with the city, by mail to those who asked. Past issues are here too.',
  none: 'There is no issue yet.',
  noneTodo: 'The first one will appear here. You can subscribe already.',
  ask: 'Receive it by mail',
  feed: 'Feed of new issues (Atom)',
  older: 'Issues so far',
  sentOn: 'Sent on',
  onlyIn: { ja: 'This issue is in Japanese only.', easy: '', en: '', ko: '' },
  links: 'Pages on this',
  back: 'All issues',
  subscribe: {
    title: 'Subscribe to the newsletter',
    lead: 'Your mail address is enough; no account is needed. One press ends it at any time.',
    mail: 'Mail address',
    mailHint:
      'Used for the newsletter only, kept encrypted, and deleted as soon as you unsubscribe.',
    topics: 'What you want to hear of',
    topicsHint: 'Choose nothing to receive every issue.',
    district: 'District',
    districtHint: 'For issues of your district. You need not say.',
    anyDistrict: 'Not said',
    language: 'Language of the newsletter',
    languages: { ja: 'Japanese', easy: 'Easy Japanese', en: 'English', ko: 'Korean' },
    consentTitle: 'Consent',
    consent:
      'I agree that the city sends its newsletter to this address until I unsubscribe. Then the address is deleted; only the days of consent and of leaving are kept for one year.',
    agree: 'I agree and subscribe',
    go: 'Get the number',
    trap: 'Please leave this empty',
    wait: (minutes) =>
      `There have been many requests from your network. Please try again in about ${minutes} minutes.`,
  },
  confirm: {
    title: 'Type the number',
    lead: 'We have sent a mail to that address. The six digits in it complete your subscription.',
    code: 'Six digits',
    hint: 'You have 15 minutes and five attempts. If nothing arrives, look among your spam or ask again.',
    go: 'Subscribe',
    wrong: 'The number is wrong, or 15 minutes have passed. Please check it or ask again.',
    again: 'Ask again',
  },
  done: {
    title: 'You have subscribed to the newsletter',
    lead: 'You will receive the next issue. To unsubscribe, press the link at the foot of any mail.',
  },
  faults: {
    'bad-mail': 'Please check the mail address, such as hanako@example.jp',
    agree: 'Please tick your consent',
  },
}
