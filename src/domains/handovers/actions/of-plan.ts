import {
  amendments,
  contentOf,
  frozenStates,
  type ItemId,
  itemById,
  itemsOf,
  openIntakes,
  openStates,
  type Plan,
  type PlanItem,
  plans,
  planUrls,
  proposeAmendment,
  saveItem,
  treeOf,
} from '#domains/plan/index.ts'
import { departmentWords, namesOf, placesOn, serviceBetween } from '#domains/staff/index.ts'
import type { Belonging, Belongings, Orphan, Outcome } from '#platform/belongings.ts'
import { fiscalYearStart, localDate } from '#platform/calendar.ts'
import type { Reader } from '#platform/database.ts'
import { joined } from '#platform/joined.ts'
import { Refused } from '#platform/result.ts'
import { isNamed } from '../rules/leaving.ts'

const isOneOf = (list: readonly string[], state: string) => list.includes(state)

/** Items that can still be passed on: of drafts, and of plans in force, where an amendment does it. */
async function liveItems(db: Reader): Promise<readonly { plan: Plan; item: PlanItem }[]> {
  const live = (await plans(db)).filter(
    ({ state }) => isOneOf(openStates, state) || isOneOf(frozenStates, state),
  )
  const trees = await Promise.all(live.map((plan) => treeOf(db, plan)))
  return trees.flatMap((tree) => itemsOf(tree).map((item) => ({ plan: tree.plan, item })))
}

/** Items whose change of owner is proposed already. */
async function proposed(db: Reader): Promise<ReadonlySet<string>> {
  const lists = await Promise.all((await plans(db)).map((plan) => amendments(db, plan.id)))
  const open = lists.flat().filter((a) => a.approvedOn === null && !a.withdrawn)
  return new Set(open.filter((a) => 'owner' in a.after || 'deputy' in a.after).map((a) => a.itemId))
}

async function sectionsOf(db: Reader, person: string, on: string) {
  const places = await placesOn(db, on)
  const ids = (await serviceBetween(db, on, on)).filter((s) => s.user === person)
  return ids.flatMap((s) => places.within(s.department))
}

/** Owners are names in the plan: matched by the person's name, and only within the person's sections. */
const items: Belongings = {
  kind: 'plan-item',
  name: { ja: '計画の項目', en: 'Item of the plan' },
  async ofPerson(db, person, on) {
    const name = (await namesOf(db, [person])).get(person) ?? ''
    const sections = await sectionsOf(db, person, on)
    const words = await departmentWords(db)
    const waiting = await proposed(db)
    return (await liveItems(db)).flatMap(({ plan, item }): Belonging[] => {
      const own = item.departments.filter((d) => sections.includes(d))
      const is = (text: string) => isNamed(text, name, sections)
      if (!own.length || waiting.has(item.id) || (!is(item.owner) && !is(item.deputy))) return []
      const [section = ''] = own
      return [
        {
          id: item.id,
          title: `${plan.fiscalYear} ${item.code} ${item.title}`,
          path: planUrls.deskItem(plan.fiscalYear, item.id),
          department: words.get(section)?.id ?? null,
          since: null,
          note: is(item.owner)
            ? { ja: `担当者(名前「${item.owner}」で見つけました)`, en: 'Owner (found by the name)' }
            : {
                ja: `副担当(名前「${item.deputy}」で見つけました)`,
                en: 'Deputy (found by the name)',
              },
        },
      ]
    })
  },
  async pass(tx, ctx, { ids, from, to, lastDay }) {
    const inside = joined(ctx, tx)
    const outcomes = new Map<string, Outcome>()
    const names = await namesOf(tx, [from, to])
    const sections = await sectionsOf(tx, from, lastDay)
    const states = new Map((await plans(tx)).map((plan) => [plan.id, plan.state]))
    const next = names.get(to) ?? ''
    const swap = (text: string) => (isNamed(text, names.get(from) ?? '', sections) ? next : text)
    for (const id of ids) {
      const item = await itemById(tx, id as ItemId)
      const state = item && states.get(item.planId)
      if (!item || !state) continue
      const content = { ...contentOf(item), owner: swap(item.owner), deputy: swap(item.deputy) }
      try {
        if (isOneOf(frozenStates, state)) {
          await proposeAmendment(inside.ctx, item.id, content, `担当者の異動(${lastDay})`)
          outcomes.set(id, 'proposed')
        } else {
          await saveItem(inside.ctx, item.id, item.version, content)
          outcomes.set(id, 'passed')
        }
      } catch (thrown) {
        if (!(thrown instanceof Refused)) throw thrown
        outcomes.set(id, 'left')
      }
    }
    return { outcomes, facts: inside.facts }
  },
  async withoutOwner(db, on) {
    const words = await departmentWords(db)
    const ever = await serviceBetween(db, '0001-01-01', on)
    const here = new Set(ever.filter((s) => s.until === null || s.until >= on).map((s) => s.user))
    const gone = ever.filter((s) => !here.has(s.user) && s.until !== null)
    return (await liveItems(db)).flatMap(({ plan, item }): Orphan[] => {
      const left = gone
        .filter((s) => isNamed(item.owner, s.name, item.departments))
        .toSorted((a, b) => (a.until ?? '').localeCompare(b.until ?? ''))
        .at(-1)
      if (item.owner && !left) return []
      const sections = item.departments.flatMap((d) => words.get(d) ?? [])
      const own = sections.find((d) => d.kind !== 'collective')
      const frozen = isOneOf(frozenStates, plan.state)
      return [
        {
          kind: 'plan-item',
          id: item.id,
          title: `${plan.fiscalYear} ${item.code} ${item.title}`,
          path: planUrls.deskItem(plan.fiscalYear, item.id),
          department: own?.id ?? null,
          since: left?.until ?? (frozen ? fiscalYearStart(plan.fiscalYear) : null),
          why: left
            ? {
                ja: `担当者の${left.name}さんが異動しました。`,
                en: 'The owner has left.',
              }
            : { ja: '担当者が書かれていません。', en: 'There is no owner.' },
        },
      ]
    })
  },
}

/** Questions of a file that was handed in: anyone of the secretariat can go on where it stands. */
const intakes: Belongings = {
  kind: 'plan-intake',
  name: { ja: '取り込みの途中', en: 'Intake under way' },
  async ofPerson(db, person) {
    const own = (await openIntakes(db)).filter((i) => i.receivedBy === person)
    return own.map(
      (i): Belonging => ({
        id: i.id,
        title: i.fileName || `${i.fiscalYear}`,
        path: planUrls.intakeOne(i.id),
        department: null,
        since: localDate(i.receivedAt),
        note: {
          ja: '答えていない質問が残っています。だれが続けても同じです。',
          en: 'Questions are open. Anyone of the secretariat can go on.',
        },
      }),
    )
  },
  async pass(_tx, _ctx, { ids }) {
    return { outcomes: new Map(ids.map((id) => [id, 'passed' as const])), facts: [] }
  },
  async withoutOwner() {
    return []
  },
}

export const planBelongings: readonly Belongings[] = [items, intakes]
