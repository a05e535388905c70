import { AskedFields, asked, Faults } from '#design/asked.tsx'
import { Actions, Button } from '#design/button.tsx'
import { FieldSet, Form } from '#design/form.tsx'
import type { Filled } from '#platform/form.ts'
import type { peopleForm, populationForm } from '../../forms/decide.ts'
import { decideWords } from '../../messages/decide.ts'
import { urls } from '../../urls.ts'
import { type Desk, Frame } from '../work/frame.tsx'
import { ToldNotice } from './told.tsx'

/** One group with its field: `age.20s`, `district.dst_…`. */
export interface PeopleRow {
  readonly name: string
  readonly label: string
  readonly form: Filled<typeof peopleForm>
}

export interface PopulationProps extends Desk {
  readonly form: Filled<typeof populationForm>
  readonly ages: readonly PeopleRow[]
  readonly districts: readonly PeopleRow[]
}

/** How many live in the city: nothing but numbers, against which one sees whose voices are missing. */
export function PopulationPage(props: PopulationProps) {
  const { view, form, ages, districts } = props
  const w = decideWords(view)
  const heads = [
    asked(view, form, 'from', { label: w.from }),
    asked(view, form, 'on', { label: w.on }),
    asked(view, form, 'source', { label: w.source }),
  ]
  const rows = (all: readonly PeopleRow[]) =>
    all.map(({ name, label, form: own }) => ({
      ...asked(view, own, 'n', { label, unit: w.people }),
      name,
    }))
  const [byAge, byDistrict] = [rows(ages), rows(districts)]
  return (
    <Frame {...props} title={w.population} lead={w.populationLead} here="settings">
      <ToldNotice view={view} />
      <Faults view={view} fields={[...heads, ...byAge, ...byDistrict]} />
      <Form view={view} action={urls.population}>
        <div class="stack">
          <AskedFields view={view} fields={heads} />
          <FieldSet legend={w.byAge}>
            <AskedFields view={view} fields={byAge} />
          </FieldSet>
          {byDistrict.length > 0 && (
            <FieldSet legend={w.byDistrict}>
              <AskedFields view={view} fields={byDistrict} />
            </FieldSet>
          )}
        </div>
        <Actions>
          <Button>{w.save}</Button>
        </Actions>
      </Form>
    </Frame>
  )
}
