import type { Span } from '#platform/personal.ts'
import { Actions, Button } from './button.tsx'
import { FieldSet, Form } from './form.tsx'
import { markedWords } from './messages/marked.ts'
import type { View } from './view.ts'

type Marked = Pick<Span, 'from' | 'to' | 'text' | 'kind' | 'proposal'>

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
  /** Those ticked; all of them, unless said. */
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
                  checked={chosen ? chosen.includes(place) : true}
                />
                <label for={`f-mask-${place}`}>
                  {place + 1} {w.kinds[span.kind]}
                  <span class="hint">{w.replace(span.text, span.proposal)}</span>
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

/** Which spans a form of `Marked` chose: numbers that are there, and no others. */
export function chosenSpans<S>(body: Readonly<Record<string, unknown>>, spans: readonly S[]): S[] {
  const given = [body.mask].flat().map(String)
  return spans.filter((_, place) => given.includes(String(place)))
}
