import { plain } from '#platform/ruby.ts'
import type { Bar, Bulletin, Code, Photo, Sheet, Slide, Told } from '#platform/sheet.ts'
import { phrased } from './phrases.ts'
import { cleaned, mostCharacters } from './prepare.ts'
import { line, lines } from './text.ts'

/** Everything a template prints of a sheet, as it prints it: only known letters, set in phrases. */
export function preparedSheet(sheet: Sheet, known: ReadonlySet<number>): object {
  const raw = JSON.stringify(sheet)
  if (raw.length > mostCharacters) throw new RangeError(`sheet too long: ${raw.length}`)
  const clean = cleaned(sheet, known)
  const [year = 2000, month = 1, day = 1] = clean.date.split('-').map(Number)
  const common = {
    name: plain(clean.name),
    author: plain(clean.author),
    lang: new Intl.Locale(clean.lang).language,
    date: { year, month, day },
    stamp: clean.stamp ? plain(clean.stamp) : null,
    ruby: /\{[^{}|]+\|[^{}|]+\}/.test(raw),
  }
  return clean.kind === 'bulletin'
    ? { ...common, ...bulletin(clean) }
    : { ...common, slides: clean.slides.map(slide) }
}

/** Kanji and kana stand upright one below the other; what lies in a line is drawn turned. */
const stacked = (text: string) =>
  [...plain(text)].map((letter) => ({
    letter,
    turned: /[ー―—–…‥~〜()（）「」『』<>〈〉=]/u.test(letter),
    corner: /[、。，．]/u.test(letter),
    small: /[ぁぃぅぇぉっゃゅょァィゥェォッャュョ]/u.test(letter),
  }))

const told = ({ title, text }: Told) => ({ title: phrased(line(title), 18), lines: lines(text) })

const bar = ({ lead, label, total, parts }: Bar) => ({
  lead: plain(lead),
  label: phrased(line(label), 16),
  total,
  parts: parts.map(({ tone, word, count }) => ({ tone, word: plain(word), count })),
})

const code = ({ rows, address, says }: Code) => ({ rows, address, says: plain(says) })

const photo = ({ alt, caption, credit }: Photo) => ({
  alt: plain(alt),
  caption: phrased(line(caption), 20),
  credit: plain(credit),
})

function bulletin(sheet: Bulletin): object {
  const { chart, table, alarms, call } = sheet
  return {
    press: sheet.press,
    kicker: plain(sheet.kicker),
    over: plain(sheet.over),
    title: phrased(line(sheet.title), 14),
    slogan: sheet.slogan.map(stacked),
    'slogan-name': plain(sheet.sloganName),
    'slogan-text': sheet.slogan.map(plain).join(' '),
    total: { ...sheet.total },
    counts: sheet.counts,
    'as-of': plain(sheet.asOf),
    story: told(sheet.story),
    photo: sheet.photo && photo(sheet.photo),
    told: sheet.told.map(told),
    chart: chart && {
      title: plain(chart.title),
      says: plain(chart.says),
      bars: chart.bars.map(bar),
    },
    table: table && {
      title: plain(table.title),
      heads: table.heads.map(plain),
      rest: plain(table.rest),
      rows: table.rows.map((row) => ({
        code: plain(row.code),
        title: phrased(line(row.title), 14),
        section: plain(row.section),
        shape: row.shape,
        word: plain(row.word),
        tone: row.tone,
        state: plain(row.state),
        lines: lines(row.text),
      })),
    },
    alarms: alarms && { title: plain(alarms.title), items: alarms.lines.map(line) },
    call: { ...told(call), contact: plain(call.contact), code: code(call.code) },
    foot: plain(sheet.foot),
  }
}

function slide(one: Slide): object {
  switch (one.kind) {
    case 'cover':
      return {
        ...one,
        over: plain(one.over),
        title: phrased(line(one.title), 14),
        by: plain(one.by),
      }
    case 'counts':
      return { ...one, title: plain(one.title), foot: plain(one.foot) }
    case 'bars':
      return { ...one, title: plain(one.title), foot: plain(one.foot), bars: one.bars.map(bar) }
    case 'photo':
      return {
        kind: one.kind,
        title: phrased(line(one.title), 18),
        photo: photo(one.photo),
        foot: plain(one.foot),
      }
    case 'text':
      return {
        kind: one.kind,
        ...told(one),
        lines: lines(one.text).map((each) => phrased(each, 20)),
        foot: plain(one.foot),
      }
    case 'list':
      return {
        kind: one.kind,
        title: plain(one.title),
        foot: plain(one.foot),
        rows: one.rows.map((row) => ({
          ...row,
          state: plain(row.state),
          text: phrased(line(row.text), 22),
        })),
      }
    case 'call':
      return { kind: one.kind, ...told(one), contact: plain(one.contact), code: code(one.code) }
  }
}
