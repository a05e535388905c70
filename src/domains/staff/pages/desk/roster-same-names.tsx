import { Field } from '#design/field.tsx'
import { Part } from '#design/masthead.tsx'
import type { View } from '#design/view.ts'
import { deskWords } from '../../messages/desk.ts'
import type { RosterDifference } from '../../roster/difference.ts'
import { someoneNew } from '../../roster/known.ts'

export interface SameNamesProps {
  readonly view: View
  readonly difference: RosterDifference
}

/** A row without number whose name somebody bears: the same person, or a new one. */
export function SameNames({ view, difference }: SameNamesProps) {
  const { d, r } = deskWords(view)
  return (
    <Part view={view} id="same-names" title={r.sameNames} lead={r.sameNamesLead}>
      {difference.sameNames.map(({ name, place, candidates, chosen, likely }, i) => (
        <Field
          view={view}
          field={{
            kind: 'radio',
            name: `person.${i}`,
            label: name,
            hint: place,
            plain: true,
            value: chosen || likely,
            options: [
              ...candidates.map(({ person, posts }) => ({
                value: person.id as string,
                label: r.samePerson(person.name),
                hint: [
                  ...posts.map((a) => `${difference.nameOf(a.department)} ${a.post}`),
                  person.email,
                  ...(person.employeeNo ? [`${d.employeeNo} ${person.employeeNo}`] : []),
                ].join('、'),
              })),
              { value: someoneNew, label: r.newPerson },
            ],
          }}
        />
      ))}
    </Part>
  )
}
