import { longDate } from '#design/dates.ts'
import type { View } from '#design/view.ts'
import { messages } from '../messages/public.ts'

export interface ShownGuidelines {
  readonly version: number
  readonly at: Date
  readonly text: string
  /** Japanese shown for want of a translation. */
  readonly lang?: 'ja'
}

const bullet = /^\s*[・-]\s*/u

/** Lines that begin with a dot are a list, as whoever wrote them meant; the others are paragraphs. */
function pieces(text: string) {
  const all: { readonly isList: boolean; readonly lines: string[] }[] = []
  for (const line of text.split(/\r?\n/)) {
    const isList = bullet.test(line)
    const last = all.at(-1)
    if (last?.isList === isList) last.lines.push(line)
    else all.push({ isList, lines: [line] })
  }
  return all
}

export function GuidelineText({ view, of }: { readonly view: View; readonly of: ShownGuidelines }) {
  const t = messages[view.locale]
  return (
    <div class="prose">
      {pieces(of.text).map((piece) =>
        piece.isList ? (
          <ul class="bullets" lang={of.lang}>
            {piece.lines.map((line) => (
              <li>{line.replace(bullet, '')}</li>
            ))}
          </ul>
        ) : (
          <p class="lines" lang={of.lang}>
            {piece.lines.join('\n')}
          </p>
        ),
      )}
      {of.version > 0 && (
        <p class="soft">{t.version(String(of.version), longDate(view.locale, of.at))}</p>
      )}
    </div>
  )
}
