import { eraFiscalYear } from '#platform/calendar.ts'
import type { Id } from '#platform/id.ts'
import type { ContactKind, ResidentId, Tongue } from './resident.ts'

/** 受付 — what the city took in from somebody, who may have no account and wants to hear how it goes on. */
export type ReceiptId = Id<'rcp'>

export const channels = ['web', 'counter', 'phone', 'letter'] as const
export type Channel = (typeof channels)[number]
export type Reach = ContactKind | 'none'

export interface Receipt {
  readonly id: ReceiptId
  readonly version: number
  /** F2013-0012-7 */
  readonly number: string
  readonly act: string
  readonly year: number
  readonly serial: number
  readonly subject: string
  readonly channel: Channel
  readonly reach: Reach
  readonly locale: Tongue
  readonly resident: ResidentId | null
  readonly at: Date
  readonly endedAt: Date | null
}

/** Where the thing stands, in the words of the chapter that owns it. */
export interface Status {
  /** What was received: 平成25年度の計画の変更のお知らせ */
  readonly title: string
  /** One or two sentences. */
  readonly text: string
  readonly done: boolean
  /** Where to read on. */
  readonly link?: { readonly path: string; readonly text: string }
}

/** 受付の種類, as a chapter declares it. The letter begins the number, so that numbers of two acts differ. */
export interface Act<Source = unknown> {
  readonly name: string
  readonly letter: string
  readonly title: Readonly<Record<Tongue, string>>
  status(source: Source, receipt: Receipt, locale: Tongue): Promise<Status>
}

/** A table of Damm's quasigroup of order 10: finds every single wrong digit and every swap of neighbours. */
const quasigroup = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
]
const damm = (digits: string): number =>
  [...digits].reduce((at, digit) => Number(quasigroup[at]?.[Number(digit)] ?? 0), 0)

/** The letter counts too: A is 01, so that a number read with the wrong letter is refused. */
const digitsOf = (letter: string, year: number, serial: string) =>
  `${String((letter.codePointAt(0) ?? 64) - 64).padStart(2, '0')}${year}${serial}`

/** F2013-0012-7: the act's letter, the fiscal year, the number within it, a check digit. */
export function receiptNumber(letter: string, year: number, serial: number): string {
  const text = String(serial).padStart(4, '0')
  return `${letter}${year}-${text}-${damm(digitsOf(letter, year, text))}`
}

/** What people type or say: wide letters, spaces, any dash or none. Undefined where the check digit is wrong. */
export function readReceiptNumber(typed: string): string | undefined {
  const bare = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
  const [, letter = '', year = '', serial = '', check] =
    /^([A-Z])(\d{4})(\d{4,9})(\d)$/.exec(bare) ?? []
  if (!letter || damm(digitsOf(letter, Number(year), serial)) !== Number(check)) return undefined
  return `${letter}${year}-${serial}-${check}`
}

/** 平成25年度 第0012号 */
export const spokenNumber = ({ year, serial }: Pick<Receipt, 'year' | 'serial'>): string =>
  `${eraFiscalYear(year)} 第${String(serial).padStart(4, '0')}号`
