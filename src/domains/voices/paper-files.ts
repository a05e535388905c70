import { longDate } from '#design/dates.ts'
import { languageOf } from '#design/view.ts'
import type { Tongue } from '#domains/residents/index.ts'
import { dayStart, localDate } from '#platform/calendar.ts'
import type { Block } from '#platform/document.ts'
import { pdf } from '#platform/pdf/pdf.ts'
import { plain } from '#platform/ruby.ts'
import type { SiteProfile } from '#platform/site.ts'
import { slipWords } from './messages/paper-slip.ts'
import type { Point } from './point.ts'
import { toldPoints } from './rules/told.ts'
import { replyWords } from './sender-kinds.ts'
import type { Sender, Voice } from './voice.ts'

interface Made {
  readonly site: SiteProfile
  readonly now: Date
}

type TermsToTell = Parameters<typeof toldPoints>[1]

/** The fonts of our letters have no Korean: the same in easy Japanese, which has its readings. */
const onPaper = (tongue: Tongue) => (tongue === 'ko' ? 'easy' : tongue)

const window = ({ name, postcode, address }: Sender): readonly string[] => {
  if (!address) return name ? [`${name} 様`] : []
  const digits = postcode.normalize('NFKC').replace(/\D/g, '')
  return [
    ...(digits ? [`〒${digits.slice(0, 3)}-${digits.slice(3)}`] : []),
    address,
    ...(name ? [`${name} 様`] : []),
  ]
}

const from = ({ site }: Pick<Made, 'site'>) =>
  [plain(`${site.name.ja} ${site.unit.ja}`), plain(site.address.ja)].filter(Boolean)

export interface SlipOf {
  readonly voice: Pick<Voice, 'number' | 'language' | 'dueOn'>
  /** What happens next, where it is no answer by a day. */
  readonly next?: 'result'
  readonly phrase: string
  readonly person: Sender
}

/** 受付の控え, a sheet each, with the address in the window where there is one: to hand over or to post. */
export const slipsPdf = (made: Made, slips: readonly SlipOf[]): Promise<Uint8Array> =>
  sheets(
    made,
    '受付の控え',
    slips.map((one) => slip(made, one)),
  )

/** What every sheet of ours to somebody bears, whatever it says: from whom, to whom, when, and whom to ask. */
function sheetTo({ site, now }: Made, tongue: ReturnType<typeof onPaper>, person: Sender) {
  return {
    kind: 'letter',
    lang: languageOf(tongue),
    to: window(person),
    from: from({ site }),
    date: longDate(tongue, now),
    foot: [
      plain(`${site.name[tongue]} ${site.unit[tongue]}`),
      ...(site.phone ? [slipWords[tongue].ask(site.phone)] : []),
    ],
  } as const
}

function slip(made: Made, { voice, phrase, person, next }: SlipOf): Block {
  const tongue = onPaper(voice.language)
  const w = slipWords[tongue]
  return {
    ...sheetTo(made, tongue, person),
    title: w.title,
    code: voice.number,
    paragraphs: [
      w.number,
      w.phrase(phrase),
      w.keep,
      ...(voice.dueOn ? [w.next(longDate(tongue, dayStart(voice.dueOn)))] : []),
      ...(next ? [w.result] : []),
    ],
    large: true,
  }
}

export interface LetterOf {
  readonly voice: Voice
  readonly person: Sender
  readonly points: readonly Point[]
  readonly terms: TermsToTell
}

/** 回答の手紙, a day's post: the words of the mail, for a window envelope. */
export const lettersPdf = (made: Made, of: readonly LetterOf[]): Promise<Uint8Array> =>
  sheets(
    made,
    '回答の手紙',
    of.map((one) => letter(made, one)),
  )

function letter(made: Made, { voice, person, points, terms }: LetterOf): Block {
  const tongue = onPaper(voice.language)
  const { subject, body } = replyWords(tongue, saidTo(voice, points, terms, tongue))
  return { ...sheetTo(made, tongue, person), title: subject, paragraphs: body }
}

/** The answer as it is said to one sender: in a letter, or on the telephone. */
export const saidTo = (
  voice: Voice,
  points: readonly Point[],
  terms: TermsToTell,
  tongue: Tongue,
) => ({
  number: voice.number,
  joined: voice.state === 'joined',
  points: toldPoints(points, terms, tongue),
})

const sheets = (
  { site, now }: Made,
  title: string,
  blocks: readonly Block[],
): Promise<Uint8Array> =>
  pdf({
    title,
    author: plain(`${site.name.ja} ${site.unit.ja}`),
    lang: 'ja',
    date: localDate(now),
    blocks,
  })
