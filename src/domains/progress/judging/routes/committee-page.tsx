import { type ItemId, plans } from '#domains/plan/index.ts'
import { actorsOn } from '#domains/staff/index.ts'
import { localDate } from '#platform/calendar.ts'
import { blank, type Filled } from '#platform/form.ts'
import { scales } from '../../store/scales.ts'
import * as steps from '../actions/steps.ts'
import { committeeForm, memberForm, reasonForm, recuseForm, waiveForm } from '../forms.ts'
import type { Committee } from '../judging.ts'
import { type CommitteeForms, CommitteePage } from '../pages/committee.tsx'
import type { Wrong } from '../pages/wrong.tsx'
import { answersMissing, type JudgingYear } from '../rules/year.ts'
import { urls } from '../urls.ts'
import {
  atDesk,
  attempt,
  committeeAt,
  doneIn,
  type Here,
  nameOf,
  offersOf,
  onward,
  statusOf,
  yearAt,
} from './lookup.ts'

const judgeable: ReadonlySet<string> = new Set(['published', 'in-progress', 'midterm', 'closing'])

export const itemIds = ({ items }: JudgingYear): readonly ItemId[] =>
  items.map(({ progress }) => progress.item.id)

/** On to the page with what was done; or the page as it stands now, with the form that came back. */
export async function afterwards(
  c: Here,
  done: string,
  forms: CameBack,
  of: string,
  act: () => Promise<Committee>,
) {
  const { id } = await committeeAt(c, 'work')
  const made = await attempt(atDesk(c), namesIn(forms), act)
  if ('done' in made) return onward(c, urls.one(id), done)
  return show(c, await committeeAt(c, 'work'), { ...forms, wrong: { ...made, of } })
}

const namesIn = ({ skip, waive: left, member, recuse, undo }: CameBack): readonly string[] =>
  Object.keys({
    ...skip?.fields,
    ...left?.fields,
    ...member?.fields,
    ...recuse?.fields,
    ...undo?.fields,
  })

export async function choices(c: Here) {
  const { db } = c.var.ctx
  const all = await plans(db)
  return { plans: all.filter(({ state }) => judgeable.has(state)), scales: await scales(db) }
}

/** Members are chosen from those who have an account: outside people first, then who serves in the city hall. */
export async function peopleFor(c: Here) {
  const { db, now } = c.var.ctx
  const all = await actorsOn(db, localDate(now))
  const serves = (one: (typeof all)[number]) => Number(one.department !== undefined)
  return all.toSorted((a, b) => serves(a) - serves(b))
}

const lacksOf = (year: JudgingYear) => {
  const { state } = year.committee
  if (state === 'preparing') return steps.papersMissing(year)
  if (state === 'meeting') return steps.meetingMissing(year)
  return state === 'answering' ? answersMissing(year) : []
}

/** What came back to the page of a year, and why. */
export interface CameBack extends Partial<CommitteeForms> {
  readonly form?: Filled<ReturnType<typeof committeeForm>>
  readonly wrong?: Wrong
}

export async function show(c: Here, committee: Committee, back: CameBack = {}) {
  const { scales: known } = await choices(c)
  const year = await yearAt(c, committee)
  const people = await peopleFor(c)
  const { form, wrong, ...came } = back
  const shown =
    form ??
    blank(committeeForm(known.map(({ id }) => id)), {
      name: committee.name,
      scaleId: committee.scaleId,
      papersOn: committee.papersOn,
      marksDueOn: committee.marksDueOn,
      meetingOn: committee.meetingOn,
      leastMembers: committee.leastMembers,
    })
  const users = year.members.map(({ userId }) => userId)
  const forms: CommitteeForms = {
    skip: blank(reasonForm),
    waive: blank(waiveForm(itemIds(year))),
    member: blank(memberForm(people.map(({ id }) => id))),
    recuse: blank(recuseForm(itemIds(year), users)),
    undo: blank(reasonForm),
    ...came,
  }
  return c.html(
    <CommitteePage
      view={c.var.view}
      year={year}
      offers={offersOf(c, committee, { committee: committee.id })}
      lacks={lacksOf(year)}
      scales={known}
      form={shown}
      forms={forms}
      people={people}
      nameOf={await nameOf(c, year)}
      done={doneIn(c)}
      {...(wrong && { wrong })}
    />,
    statusOf(form ?? Object.values(came)[0], wrong),
  )
}
