import { AskedFields, asked, Faults, optionsOf } from '#design/asked.tsx'
import { Actions, Button } from '#design/button.tsx'
import type { AskedField } from '#design/field-kinds.ts'
import { Form } from '#design/form.tsx'
import { Masthead } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import { Page } from '#design/page.tsx'
import { ProofField } from '#design/proof.tsx'
import type { View } from '#design/view.ts'
import { moderationWords } from '#domains/moderation/index.ts'
import type { IsoDate } from '#platform/calendar.ts'
import type { Filled } from '#platform/form.ts'
import type { Challenge } from '#platform/proof-of-work.ts'
import { Stopped } from '../../pages/stopped.tsx'
import type { CommentCase, Passage } from '../case.ts'
import { ties } from '../comment.ts'
import type { writeForm } from '../forms.ts'
import type { PublicWords } from '../messages/ja.ts'
import { urls } from '../urls.ts'
import { Anchor, japanese, wordsOf } from './words.tsx'

export interface WriteProps {
  readonly view: View
  readonly one: CommentCase
  readonly form: Filled<typeof writeForm>
  /** The form's own key, by which a second sending is known. */
  readonly formKey: string
  /** The paragraph that was pressed. */
  readonly passage: Passage | undefined
  readonly asksName: boolean
  /** What a rule refused, by field. */
  readonly refused: Readonly<Record<string, string>>
  /** The form is flooded: work is asked for. */
  readonly challenge?: Challenge | undefined
  readonly isUnproven?: boolean
  /** The last day on which this person may not send from the site. */
  readonly stopped?: IsoDate
  /** Minutes. */
  readonly wait?: number
}

/** 意見を書く: one page; the paragraph that was pressed stands above. */
export function WritePage(props: WriteProps) {
  const { view, one, passage, formKey, challenge, wait } = props
  const t = wordsOf(view)
  const lang = japanese(view)
  const fields = fieldsOf(props)
  const m = moderationWords[view.locale]
  return (
    <Page
      view={view}
      title={t.write}
      section="voices"
      breadcrumbs={[
        { text: t.title, path: urls.list },
        { text: one.title, path: urls.one(one.number), ...(lang && { lang }) },
      ]}
    >
      <Faults view={view} fields={fields} />
      {wait !== undefined && (
        <Notice view={view} kind="warning" live>
          <p>{t.wait(wait)}</p>
        </Notice>
      )}
      {props.stopped && <Stopped view={view} until={props.stopped} />}
      <Masthead title={t.write} lead={t.writeLead(one.title)} />
      {passage && (
        <Notice view={view} title={`${t.at} (${passage.no})`}>
          {passage.page !== null && (
            <p class="soft">
              <Anchor view={view} at={passage} />
            </p>
          )}
          <p class="lines" lang={lang}>
            {passage.text}
          </p>
        </Notice>
      )}
      <Form
        view={view}
        action={urls.write(one.number)}
        trap={t.trap}
        hidden={{ form: formKey, ...(passage && { passage: String(passage.no) }) }}
      >
        <div class="stack">
          <AskedFields view={view} fields={fields} />
          <p class="soft">{t.sendNote}</p>
          {challenge && (
            <ProofField
              view={view}
              challenge={challenge}
              slowPath="/wait/voices.send"
              words={{
                title: m.proof,
                text: m.proofText,
                slow: m.proofSlow,
                open: m.proofGet,
                code: m.proofCode,
                fault: m.proofFault,
              }}
              wrong={props.isUnproven === true}
            />
          )}
        </div>
        <Actions>
          <Button>{t.send}</Button>
        </Actions>
      </Form>
    </Page>
  )
}

function fieldsOf(props: WriteProps): readonly AskedField[] {
  const { view, form, passage, asksName, refused } = props
  const t: PublicWords = wordsOf(view)
  const fault = (name: string) => {
    const reason = refused[name]
    return reason === undefined ? undefined : (t.faults[reason] ?? reason)
  }
  const line = (
    name: 'name' | 'address' | 'mail',
    more: { readonly autocomplete: string; readonly type?: 'email'; readonly hint?: string },
  ): AskedField => {
    const { hint, ...kind } = more
    const field = asked(view, form, name, {
      label: t[name],
      fault: fault(name),
      plain: false,
      ...(hint !== undefined && { hint }),
    })
    return { ...field, kind: 'text', ...kind, required: asksName && name !== 'mail' } as AskedField
  }
  return [
    asked(view, form, 'text', {
      label: t.text,
      hint: t.textHint,
      rows: 10,
      fault: fault('text') ?? fault('receivedOn'),
    }),
    ...(passage
      ? []
      : [
          asked(view, form, 'place', {
            label: t.place,
            hint: t.placeHint,
            plain: false,
            fault: fault('place'),
          }),
        ]),
    asked(view, form, 'tie', { label: t.tie, options: optionsOf(ties, t.ties), open: true }),
    line('name', { autocomplete: 'name', hint: t.nameHint }),
    line('address', { autocomplete: 'address-line1' }),
    line('mail', { autocomplete: 'email', type: 'email', hint: t.mailHint }),
  ]
}
