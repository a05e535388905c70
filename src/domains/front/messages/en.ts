import type { FrontMessages } from './ja.ts'

export const en: FrontMessages = {
  homeTitle: (city) => `Collaboration in ${city}`,
  homeLead:
    'Citizens and the city shape this place together. What was promised, and how far it has come, is all here.',
  doors: {
    plan: { title: 'Read the plan', text: 'What is being done, item by item' },
    progress: {
      title: 'See the progress',
      text: 'How far things have come, in figures and charts',
    },
    voice: { title: 'Tell the city', text: 'Opinions, proposals, problems' },
    paper: { title: 'On paper or by phone', text: 'The counter and the telephone will help' },
  },
  voices: 'Voices of citizens',
  voicesMore: 'Read voices and answers',
  voicesNow: (open, answered) =>
    `${open} points are waiting for an answer now; ${answered} that came in this fiscal year were answered.`,
  now: 'The present plan',
  story: 'The story in four parts',
  measures: 'Five measures',
  measuresOf: (n) => `${n} measures`,
  numbers: (items, both, citizens) =>
    `Of ${items} items, ${both} are led by citizens and the city together, and ${citizens} by citizens.`,
  next: 'The next plan (draft)',
  stalledTitle: 'Still under consideration',
  stalledLead:
    'Items that have stayed at “considering” for two fiscal years or more are named here.',
  noPlan: 'No plan has been published yet.',
  about: 'About this site',
  aboutLead:
    'Here the yearly action plan for collaboration between citizens and the city is made, carried out, reviewed and shown.',
  aboutParts: [
    [
      'Who runs it?',
      'The city’s own department. Questions about the plan are answered at the telephone number below.',
    ],
    [
      'What can I find?',
      'The whole plan; for each item who leads, which departments, who does what and when, and the figures to reach; changes since publication with their reasons; and what became of last year’s items.',
    ],
    [
      'The marks',
      '★ is led by citizens, ● by the city, ◎ by both. Each mark always has its word beside it.',
    ],
    ['Personal data', 'Reading this site takes neither a name nor an address. Nobody is tracked.'],
    ['How it is made', 'It runs on Tomoni, open software that any city may use.'],
  ],
  paper: 'On paper and by phone',
  liaisons: 'Liaisons: whom to ask in each section',
  newsletters: 'Get the newsletter',
  publications: 'Bulletin and yearly reports',
  moderation: 'How postings are moderated',
  account: 'My page (for those with an account)',
  heads: 'Heads of the ledger: proof that the record was not rewritten',
  paperLead: 'Everything here can be read without the internet.',
  paperSteps: [
    'The plan (A4) is handed out at city hall and at every branch office.',
    'Call us and we will send it by post.',
    'Family or neighbours can print the PDF below.',
    'Please ask at the counter if you need large print.',
  ],
  paperPrint: 'Every page of this site prints on A4 as it is.',
  accessibility: 'Accessibility',
  accessibilityLead:
    'This site is made to meet JIS X 8341-3:2016 level AA, so that everyone can read the same.',
  accessibilityParts: [
    [
      'What we do',
      'You can choose the size of the letters, readings over kanji, contrast and typeface. Everything works by keyboard. Figures have words; nothing is told by colour alone. Pages can be read at 400 % zoom.',
    ],
    [
      'Languages',
      'Japanese, easy Japanese, English and Korean. A text without a translation is shown in Japanese and marked so.',
    ],
    [
      'PDF',
      'The PDF of the plan is tagged for screen readers. The same content is on the pages of this site.',
    ],
    ['Tests', 'Every kind of page is checked automatically (axe) before it is published.'],
    ['If something is hard to read', 'Please call us. We will give it to you in another form.'],
  ],
  licence: 'Using what is here',
  source: 'Get the source code of the software that runs this site',
  sourceByPhone: (phone) =>
    `Call ${phone} for the source code of the software that runs this site.`,
  licenceLead: (licence) => `Texts and data of this site are published under ${licence}.`,
  licenceParts: (city) => [
    ['You may', 'copy, change, print and pass on, without asking, also commercially.'],
    [
      'Please',
      `name “${city}” and the title of the page as the source, and say if you changed something.`,
    ],
    ['Software', 'Tomoni, which runs this site, is published under AGPL-3.0-or-later.'],
  ],
  openData: 'Open data',
  readerLead: 'These settings are for this device only. You can always change them back.',
  api: 'For programs (API)',
  apiLead:
    'The content of the public pages as JSON. No registration, no key. It only reads: a voice is sent on the page “Tell the city”, where its sender checks it and is given number and phrase.',
  apiMethod: 'Address',
  apiWhat: 'What it gives',
  apiSpec: 'The OpenAPI 3.1 document',
}
