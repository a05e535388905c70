import { AskedFields, asked, Faults } from '#design/asked.tsx'
import { Actions, Button, ButtonLink } from '#design/button.tsx'
import type { AskedField } from '#design/field-kinds.ts'
import { ConfirmPanel, Form } from '#design/form.tsx'
import { Part } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import type { Filled } from '#platform/form.ts'
import type { groupForm, measureForm, newItemForm } from '../../forms.ts'
import { tongues } from '../../intake/columns.ts'
import { contentLang, deskWords } from '../../messages/desk.ts'
import { audiences } from '../../plan.ts'
import { urls } from '../../urls.ts'
import { TranslationsHint } from './fields.tsx'
import { type PlanDesk, PlanFrame } from './frame.tsx'

interface BranchProps extends PlanDesk {
  /** Below the year: where the form goes, and with /remove where it is taken out. */
  readonly path: string
  /** Nothing while it is being added. */
  readonly known?: { readonly name: string; readonly anchor: string; readonly empty: boolean }
  readonly title: string
  readonly fields: readonly AskedField[]
  readonly words: readonly AskedField[]
  readonly hidden?: Readonly<Record<string, string>>
}

/** One measure, heading or new item by itself: where a faulty form comes back to, and where it is removed. */
function BranchPage(props: BranchProps) {
  const { view, plan, path, known, title, fields, words, hidden } = props
  const { d } = deskWords(view)
  const back = `${urls.deskYear(plan.fiscalYear)}${known ? `#${known.anchor}` : ''}`
  const to = urls.deskPath(plan.fiscalYear, path)
  return (
    <PlanFrame {...props} title={title} narrow {...(known && contentLang(view))}>
      <Faults view={view} fields={[...fields, ...words]} />
      <Form view={view} action={to} {...(hidden && { hidden })}>
        <div class="stack">
          <AskedFields view={view} fields={fields} />
        </div>
        {words.length > 0 && (
          <details class="desk-fold" open={words.some((field) => field.error !== undefined)}>
            <summary>{d.translations}</summary>
            <TranslationsHint view={view} />
            <div class="stack">
              <AskedFields view={view} fields={words} />
            </div>
          </details>
        )}
        <Actions>
          <Button>{known ? d.save : d.add}</Button>
          <ButtonLink view={view} path={back} kind="quiet">
            {d.planOf(plan.fiscalYear)}
          </ButtonLink>
        </Actions>
      </Form>
      {known && <Removal {...props} known={known} back={back} to={`${to}/remove`} />}
    </PlanFrame>
  )
}

function Removal(
  props: BranchProps & {
    readonly known: NonNullable<BranchProps['known']>
    readonly back: string
    readonly to: string
  },
) {
  const { view, known, back, to } = props
  const { d } = deskWords(view)
  return (
    <Part view={view} id="remove" title={d.remove}>
      {known.empty ? (
        <ConfirmPanel
          view={view}
          title={d.removeAsk(known.name)}
          action={to}
          confirm={d.remove}
          kind="danger"
          back={back}
        >
          <p>{d.removeEmpty}</p>
        </ConfirmPanel>
      ) : (
        <Notice view={view}>
          <p>{d.notEmpty}</p>
        </Notice>
      )}
    </Part>
  )
}

type Own<Form> = PlanDesk & Pick<BranchProps, 'path' | 'known'> & { readonly form: Form }

export function MeasurePage({ form, ...rest }: Own<Filled<typeof measureForm>>) {
  const { view, plan } = rest
  const { d } = deskWords(view)
  const label = d.measureTitle(plan.levels.measure)
  return (
    <BranchPage
      {...rest}
      title={rest.known?.name ?? d.addMeasure(plan.levels.measure)}
      fields={[asked(view, form, 'title', { label })]}
      words={tongues.map((tongue) =>
        asked(view, form, `title.${tongue}`, { label: d.tongues[tongue], rows: 2 }),
      )}
    />
  )
}

export function GroupPage({ form, ...rest }: Own<Filled<typeof groupForm>>) {
  const { view, plan } = rest
  const { d, t } = deskWords(view)
  return (
    <BranchPage
      {...rest}
      title={rest.known ? plan.levels.group : d.addGroup(plan.levels.group)}
      fields={[
        asked(view, form, 'text', { label: d.groupText(plan.levels.group) }),
        asked(view, form, 'audience', {
          label: d.audience,
          open: true,
          options: [
            { value: '', label: d.everyone },
            ...audiences.map((one) => ({ value: one, label: t.audiences[one] })),
          ],
        }),
      ]}
      words={tongues.map((tongue) =>
        asked(view, form, `text.${tongue}`, { label: d.tongues[tongue], rows: 2 }),
      )}
    />
  )
}

export function NewItemPage({ form, ...rest }: Own<Filled<typeof newItemForm>>) {
  const { view, plan } = rest
  const { d, t } = deskWords(view)
  return (
    <BranchPage
      {...rest}
      title={d.addItem(plan.levels.item)}
      hidden={{ group: form.raw.group }}
      fields={[asked(view, form, 'title', { label: t.fields.title, hint: d.item.titleHint })]}
      words={[]}
    />
  )
}
