import type { Mark } from '#platform/personal.ts'
import { Actions, Button } from './button.tsx'
import { FieldSet, Form } from './form.tsx'
import { markedWords } from './messages/marked.ts'
import type { View } from './view.ts'

type Marked = Pick<Mark, 'from' | 'to' | 'text' | 'kind' | 'proposal'> & Partial<Pick<Mark, 'why'>>

export interface MarkedTextProps {
  readonly view: View
  readonly text: string
  /** In order, and none over another: as `findPersonal` gives them. */
  readonly spans: readonly Marked[]
}

/** A text with the places marked: underlined, and each followed by its number and kind in words. */
export function MarkedText({ view, text, spans }: MarkedTextProps) {
  const w = markedWords[view.locale]
  let at = 0
  const pieces = spans.map((span, place) => {
    const before = text.slice(at, span.from)
    at = span.to
    return (
      <>
        {before}
        <mark class="marked">
          {span.text}
          <span class="marked-kind">
            <span class="unseen"> {w.place} </span>
            {place + 1} {w.kinds[span.kind]}
          </span>
        </mark>
      </>
    )
  })
  return (
    <p class="lines marked-text" lang="ja">
      {pieces}
      {text.slice(at)}
    </p>
  )
}

export interface MarkedProps extends MarkedTextProps {
  /** Where the choice is sent: `mask` once for each span that is to be blacked out, its number from 0. */
  readonly action: string
  readonly hidden?: Readonly<Record<string, string>>
  /** Those ticked; unless said, all that tell of a person: which word to use is a choice, not a duty. */
  readonly chosen?: readonly number[]
}

/** The text, and beneath it one line for each place: 伏字 or leave it. The person decides. */
export function Marked({ view, text, spans, action, hidden, chosen }: MarkedProps) {
  const w = markedWords[view.locale]
  if (spans.length === 0)
    return (
      <div class="stack">
        <MarkedText view={view} text={text} spans={spans} />
        <p class="soft">{w.none}</p>
      </div>
    )
  return (
    <div class="stack">
      <MarkedText view={view} text={text} spans={spans} />
      <Form view={view} action={action} {...(hidden && { hidden })}>
        <FieldSet legend={w.legend} hint={w.hint}>
          <div class="choices">
            {spans.map((span, place) => (
              <div class="choice">
                <input
                  type="checkbox"
                  id={`f-mask-${place}`}
                  name="mask"
                  value={String(place)}
                  checked={chosen ? chosen.includes(place) : span.kind !== 'word'}
                />
                <label for={`f-mask-${place}`}>
                  {place + 1} {w.kinds[span.kind]}
                  <span class="hint">
                    {w.replace(span.text, span.proposal)}
                    {span.why && ` — ${span.why}`}
                  </span>
                </label>
              </div>
            ))}
          </div>
        </FieldSet>
        <Actions>
          <Button>{w.apply}</Button>
        </Actions>
      </Form>
    </div>
  )
}

/** The text with its places, and beneath it what could stand there, for whoever only reads. */
export function MarkedReading({ view, text, spans }: MarkedTextProps) {
  const w = markedWords[view.locale]
  return (
    <div class="stack">
      <MarkedText view={view} text={text} spans={spans} />
      {spans.length > 0 && (
        <ol class="bullets" lang="ja">
          {spans.map((span) => (
            <li>
              {w.kinds[span.kind]}: {w.replace(span.text, span.proposal)}
              {span.why && ` — ${span.why}`}
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}

/** How much of a text stands around a place that is shown alone. */
const around = 20

/** One place with the words around it, what could stand there, and why. */
export function MarkedPlace(props: Omit<Marked, 'kind'> & { readonly whole: string }) {
  const { whole, from, to, text, proposal, why } = props
  const before = whole.slice(0, from)
  const after = whole.slice(to)
  return (
    <p class="soft" lang="ja">
      {before.length > around ? `…${[...before].slice(-around).join('')}` : before}
      <mark class="marked">{text}</mark>
      {after.length > around ? `${[...after].slice(0, around).join('')}…` : after}
      {` → ${proposal}`}
      {why && ` (${why})`}
    </p>
  )
}

/** Which spans a form of `Marked` chose: numbers that are there, and no others. */
export function chosenSpans<S>(body: Readonly<Record<string, unknown>>, spans: readonly S[]): S[] {
  const given = [body.mask].flat().map(String)
  return spans.filter((_, place) => given.includes(String(place)))
}
