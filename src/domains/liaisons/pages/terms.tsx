import { AskedFields, asked, Faults } from '#design/asked.tsx'
import { Actions, Button } from '#design/button.tsx'
import { Facts } from '#design/facts.tsx'
import { FieldSet, Form } from '#design/form.tsx'
import { Part } from '#design/masthead.tsx'
import type { Fields, Filled } from '#platform/form.ts'
import { deskWords, toldIn } from '../messages/desk.ts'
import type { LiaisonTerms } from '../terms.ts'
import { urls } from '../urls.ts'
import { type Desk, Frame } from './frame.tsx'

export interface TermsProps extends Desk {
  readonly terms: LiaisonTerms
  readonly past: readonly { readonly from: string; readonly by: string }[]
  readonly form: Filled<Fields>
}

/** What holds now, what was set when, and the form for what is to hold from a day on. */
export function TermsPage(props: TermsProps) {
  const { view, terms, past, form } = props
  const w = deskWords(view)
  const general = [
    asked(view, form, 'from', { label: w.termsFrom }),
    asked(view, form, 'names', {
      label: w.termsNames,
      options: [
        { value: 'hide', label: w.namesHide },
        { value: 'show', label: w.namesShow },
      ],
      open: true,
    }),
    asked(view, form, 'posts', { label: w.posts }),
    asked(view, form, 'remindAfterDays', { label: w.remindAfterDays }),
    asked(view, form, 'quietAfterDays', { label: w.quietAfterDays }),
  ]
  const duties = terms.duties.map((duty) => {
    const what = toldIn(view, duty.title)
    return [
      asked(view, form, `asked.${duty.kind}`, {
        label: w.dutyAsked(what),
        options: [
          { value: 'yes', label: w.askedYes },
          { value: 'no', label: w.askedNo },
        ],
      }),
      asked(view, form, `due.${duty.kind}`, { label: w.dutyDue(what), width: 'short' }),
    ]
  })
  return (
    <Frame {...props} title={w.terms} lead={w.termsLead} here="terms" narrow>
      <Part view={view} id="now" title={w.termsNow}>
        <Facts
          pairs={[
            [w.termsNames, terms.showNames ? w.namesShow : w.namesHide],
            [w.posts, terms.posts],
            ...terms.duties
              .filter((d) => d.asked)
              .map((d) => [toldIn(view, d.title), w.dayOfYear(d.due)] as const),
          ]}
        />
      </Part>
      <Part view={view} id="set" title={w.saveTerms}>
        <Faults view={view} fields={[...general, ...duties.flat()]} />
        <Form view={view} action={urls.terms}>
          <div class="stack">
            <AskedFields view={view} fields={general} />
          </div>
          {duties.map((fields, i) => (
            <FieldSet legend={toldIn(view, terms.duties[i]?.title ?? { ja: '', en: '' })}>
              <AskedFields view={view} fields={fields} />
            </FieldSet>
          ))}
          <Actions>
            <Button>{w.saveTerms}</Button>
          </Actions>
        </Form>
      </Part>
      {past.length > 0 && (
        <Part view={view} id="past" title={w.termsPast}>
          <ul class="bullets">
            {past.map(({ from, by }) => (
              <li>{w.termsSet(w.day(from), by)}</li>
            ))}
          </ul>
        </Part>
      )}
    </Frame>
  )
}
