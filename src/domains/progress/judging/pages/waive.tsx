import { AskedFields, asked, optionsOf } from '#design/asked.tsx'
import { Actions, Button } from '#design/button.tsx'
import type { AskedField } from '#design/field-kinds.ts'
import { Form } from '#design/form.tsx'
import { Entries } from '#design/list.tsx'
import { Part } from '#design/masthead.tsx'
import type { View } from '#design/view.ts'
import type { Filled } from '#platform/form.ts'
import type { reasonForm, waiveForm } from '../forms.ts'
import { layers } from '../judging.ts'
import { deskWords } from '../messages/desk.ts'
import type { JudgingYear } from '../rules/year.ts'
import { urls } from '../urls.ts'
import type { JudgingAction } from '../workflow.ts'
import { itemOptions } from './members.tsx'
import { Fold, Undo } from './undo.tsx'
import { faultsOf, type Wrong } from './wrong.tsx'

export interface WaiveProps {
  readonly view: View
  readonly year: JudgingYear
  readonly offers: ReadonlySet<JudgingAction>
  readonly forms: {
    readonly waive: Filled<ReturnType<typeof waiveForm>>
    readonly undo: Filled<typeof reasonForm>
  }
  readonly wrong?: Wrong
}

export function waiveFields({ view, year, forms, wrong }: WaiveProps): readonly AskedField[] {
  const d = deskWords(view)
  const faults = faultsOf(wrong, 'waive')
  return [
    asked(view, forms.waive, 'layer', {
      among: 'waive',
      label: d.waiveLayer,
      options: optionsOf(layers, d.layers),
      fault: faults.layer,
    }),
    asked(view, forms.waive, 'itemId', {
      among: 'waive',
      label: d.item,
      empty: d.waiveAll,
      options: itemOptions(year),
      fault: faults.itemId,
    }),
    asked(view, forms.waive, 'reason', { label: d.reason, among: 'waive', fault: faults.reason }),
  ]
}

export function Waive(props: WaiveProps) {
  const { view, year, offers } = props
  const d = deskWords(view)
  return (
    <Part view={view} id="waive" title={d.waive} lead={d.waiveLead}>
      <Fold open={cameBack(props)} summary={d.waive}>
        <Form view={view} action={urls.waive(year.committee.id)}>
          <AskedFields view={view} fields={waiveFields(props)} />
          <Actions>
            <Button kind="secondary">{d.waive}</Button>
          </Actions>
        </Form>
      </Fold>
      {offers.has('unwaive') && year.waivers.length > 0 && <Waived {...props} />}
    </Part>
  )
}

const cameBack = ({ forms, wrong }: WaiveProps) =>
  wrong?.of === 'waive' || Object.keys(forms.waive.faults).length > 0

/** What is left out, and the way back, with its reason. */
function Waived(props: WaiveProps) {
  const { view, year } = props
  const d = deskWords(view)
  const named = (id: string | null) => {
    const found = year.items.find(({ progress }) => progress.item.id === id)?.progress.item
    return found ? <span lang="ja">{`${found.code} ${found.title}`}</span> : d.waiveAll
  }
  return (
    <section class="stack-tight">
      <h3>{d.waivedLayers}</h3>
      <Entries>
        {year.waivers.map(({ id, layer, itemId, reason }) => (
          <li class="entry">
            <div class="entry-text">
              <p>
                <strong>{d.layers[layer]}</strong> {named(itemId)}
              </p>
              <p lang="ja">{reason}</p>
              <Undo
                {...props}
                of={id}
                action={urls.unwaive(year.committee.id)}
                hidden={{ waiver: id }}
                go={d.unwaive}
                hint={d.unwaiveHint}
              />
            </div>
          </li>
        ))}
      </Entries>
    </section>
  )
}
