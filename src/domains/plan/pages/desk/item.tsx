import { asked, Faults } from '#design/asked.tsx'
import { Actions, Button, ButtonLink } from '#design/button.tsx'
import { Facts } from '#design/facts.tsx'
import { Field } from '#design/field.tsx'
import { ConfirmPanel, ErrorSummary, Form } from '#design/form.tsx'
import { Part } from '#design/masthead.tsx'
import { faultsIn } from '#design/messages/faults.ts'
import { Notice } from '#design/notice.tsx'
import type { Child } from '#design/page.tsx'
import { Timeline } from '#design/timeline.tsx'
import { at } from '#design/view.ts'
import type { Filled } from '#platform/form.ts'
import type { ItemTyped, optionalReasonForm } from '../../forms.ts'
import { contentFields, type Revision } from '../../item.ts'
import { contentLang, deskWords } from '../../messages/desk.ts'
import { changedFields } from '../../rules/content.ts'
import { type Placed, type PlanTree, placedItems } from '../../tree.ts'
import { urls } from '../../urls.ts'
import { spoken } from '../spoken.ts'
import { Choose, type Conflict, TheirChanges } from './conflict.tsx'
import { doneIn, type PlanDesk, PlanFrame } from './frame.tsx'
import { allFields, ItemSections, itemFields } from './item-fields.tsx'

export interface ItemProps extends PlanDesk {
  readonly tree: PlanTree
  readonly placed: Placed
  readonly typed: ItemTyped
  readonly version: number
  readonly roster: readonly string[]
  readonly revisions: readonly Revision[]
  readonly nameOf: (id: string) => string
  /** For an amendment, and for taking the item out. */
  readonly reason: Filled<typeof optionalReasonForm>
  readonly reasonFault?: string
  /** What prompted the change, for whoever wants to know what it became. */
  readonly from?: string
  readonly conflict?: Conflict
  /** What was typed came back: newer than anything kept on the device. */
  readonly cameBack?: boolean
  /** Of higher shelves. */
  readonly beside?: Child
}

type Mode = 'edit' | 'amend' | 'read'

/** What this person may do with this item now. */
export const modeOf = ({ offers }: Pick<PlanDesk, 'offers'>): Mode =>
  offers.has('editItem') ? 'edit' : offers.has('amend') ? 'amend' : 'read'

/** One item: its form, its place in the plan, and who wrote what when. */
export function DeskItemPage(props: ItemProps) {
  const { view, plan, placed, offers } = props
  const { d, t } = deskWords(view)
  const { item, measure, group } = placed
  const mode = modeOf(props)
  return (
    <PlanFrame
      {...props}
      title={`${item.code} ${item.title}`}
      {...(mode === 'amend' && { lead: d.amend.lead })}
      {...contentLang(view)}
    >
      <div class="columns">
        <div class="stack-loose">
          {mode === 'read' ? <Reading {...props} /> : <Writing {...props} mode={mode} />}
          {offers.has('edit') && <Removal {...props} />}
        </div>
        <aside class="stack">
          <Facts
            names="above"
            pairs={[
              [
                plan.levels.measure,
                <span {...contentLang(view)}>{`${measure.number} ${measure.title}`}</span>,
              ],
              [
                plan.levels.group,
                <>
                  {group.audience && <span class="tag">{t.audiences[group.audience]}</span>}{' '}
                  <span {...contentLang(view)}>{group.text}</span>
                </>,
              ],
            ]}
          />
          <Neighbours {...props} />
          {props.beside}
          <History {...props} />
        </aside>
      </div>
    </PlanFrame>
  )
}

function Writing(props: ItemProps & { readonly mode: 'edit' | 'amend' }) {
  const { view, plan, placed, typed, version, conflict, mode, cameBack, from } = props
  const { d, t } = deskWords(view)
  const fields = itemFields(props)
  const { item } = placed
  const reason = reasonField(props, d.amend.reasonHint)
  const missing = (conflict?.missing ?? []).map((field) => ({
    name: `choose.${field}`,
    label: t.fields[field],
    text: d.conflict.required,
  }))
  return (
    <div
      data-draft={`${mode}:${item.id}`}
      data-fresh={cameBack || from !== undefined ? '' : undefined}
      data-done={doneIn(view) ? '' : undefined}
      data-kept={d.draft.kept}
      data-found={d.draft.found}
      data-restore={d.draft.restore}
      data-discard={d.draft.discard}
      data-full={d.draft.full}
    >
      {conflict && <TheirChanges view={view} conflict={conflict} />}
      {missing.length > 0 ? (
        <ErrorSummary view={view} faults={missing} />
      ) : (
        <Faults
          view={view}
          fields={[...(mode === 'amend' ? [reason] : []), ...allFields(fields)]}
        />
      )}
      <Form
        view={view}
        id="item"
        action={urls.deskItem(plan.fiscalYear, item.id)}
        hidden={{
          version: String(version),
          ...(from !== undefined && { from }),
          ...(conflict && {
            base: String(conflict.baseVersion),
            conflicts: conflict.fields.join(','),
          }),
        }}
      >
        {conflict && <Choose view={view} conflict={conflict} />}
        {mode === 'amend' && (
          <Field view={view} field={{ ...reason, required: true, plain: false }} />
        )}
        <ItemSections view={view} fields={fields} />
        <div class="desk-save">
          <Actions>
            <Button>{mode === 'amend' ? d.amend.go : d.save}</Button>
            <ButtonLink
              view={view}
              path={`${urls.deskYear(plan.fiscalYear)}#${item.id}`}
              kind="quiet"
            >
              {d.planOf(plan.fiscalYear)}
            </ButtonLink>
          </Actions>
          <p class="soft draft-note" role="status" />
        </div>
      </Form>
      {typed.content === undefined && <p class="unseen">{faultsIn(view).required}</p>}
    </div>
  )
}

const reasonField = ({ view, reason, reasonFault }: ItemProps, hint: string) =>
  asked(view, reason, 'reason', {
    label: deskWords(view).d.reason,
    hint,
    ...(reasonFault !== undefined && { fault: reasonFault }),
  })

/** For those who may read but not write. */
function Reading({ view, placed }: ItemProps) {
  const { d, t } = deskWords(view)
  return (
    <>
      <Notice view={view}>
        <p>{d.readOnlyItem}</p>
      </Notice>
      <Facts
        pairs={contentFields.flatMap((field) => {
          const text = spoken(view, t, field, placed.item)
          return text ? [[t.fields[field], <span class="lines">{text}</span>] as const] : []
        })}
      />
    </>
  )
}

function Neighbours({ view, plan, tree, placed }: ItemProps) {
  const { d } = deskWords(view)
  const all = placedItems(tree).map((p) => p.item)
  const here = all.findIndex((item) => item.id === placed.item.id)
  const link = (at_: number, word: string) => {
    const item = all[at_]
    return (
      item && (
        <li>
          {word}:{' '}
          <a href={at(view, urls.deskItem(plan.fiscalYear, item.id))} {...contentLang(view)}>
            {item.code} {item.title}
          </a>
        </li>
      )
    )
  }
  return (
    <ul class="stack-tight">
      {link(here - 1, d.previous)}
      {link(here + 1, d.following)}
    </ul>
  )
}

/** Newest first; the latest few lie open. */
function History({ view, revisions, nameOf }: ItemProps) {
  const { d, t } = deskWords(view)
  const comma = view.locale === 'en' ? ', ' : '、'
  const entries = revisions.map(({ version, at: date, actorId, content }, i) => {
    const before = revisions[i + 1]
    const fields = before ? changedFields(before.content, content) : []
    return {
      date,
      title: before ? d.historyFields(fields.map((f) => t.fields[f]).join(comma)) : d.historyFirst,
      by: `${nameOf(actorId)} ${d.version(version)}`,
    }
  })
  return (
    <Part view={view} id="history" title={d.history} level={3}>
      <Timeline view={view} entries={entries.slice(0, 20)} />
    </Part>
  )
}

function Removal(props: ItemProps) {
  const { view, plan, placed, reasonFault } = props
  const { d } = deskWords(view)
  const { item } = placed
  return (
    <details class="desk-fold" id="remove" open={reasonFault !== undefined}>
      <summary>{d.removeItem}</summary>
      <ConfirmPanel
        view={view}
        title={d.removeAsk(`${item.code} ${item.title}`)}
        action={`${urls.deskItem(plan.fiscalYear, item.id)}/remove`}
        confirm={d.remove}
        kind="danger"
        back={urls.deskYear(plan.fiscalYear)}
      >
        <p>{d.removeItemWhat}</p>
        <Field view={view} field={reasonField(props, d.removeItemReason)} />
      </ConfirmPanel>
    </details>
  )
}
