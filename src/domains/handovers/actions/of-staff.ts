import { endDutyOn, grantedDuties, insertDuty, isOn } from '#domains/staff/index.ts'
import { holds } from '#platform/actor.ts'
import type { Belonging, Belongings, Outcome } from '#platform/belongings.ts'
import { addDays } from '#platform/calendar.ts'
import { newId } from '#platform/id.ts'
import type { Fact } from '#platform/ledger.ts'

const basis = '職員服務規程(事務引継)'

/** Roles that were granted beside the post. Only whoever may grant roles passes them on, and never to oneself. */
const roles: Belongings = {
  kind: 'role',
  name: { ja: '付けられた役割', en: 'Role' },
  async ofPerson(db, person, on) {
    const held = (await grantedDuties(db, person)).filter(
      (d) => isOn(d, on) && (d.until === null || d.until > on) && d.role !== 'liaison',
    )
    return held.map(
      (d): Belonging => ({
        id: d.id,
        title: d.role,
        path: '/desk/handovers',
        department: d.department,
        since: d.from,
        note: {
          ja: '役割を付けられる人(事務局)だけが渡せます。',
          en: 'Only those who may grant roles can pass it on.',
        },
      }),
    )
  },
  async pass(tx, ctx, { ids, from, to, lastDay }) {
    const outcomes = new Map<string, Outcome>()
    const facts: Fact[] = []
    const held = await grantedDuties(tx, from)
    for (const id of ids) {
      const duty = held.find((d) => d.id === id)
      if (!duty || !holds(ctx.actor, 'staff.personnel') || to === ctx.actor.id) {
        outcomes.set(id, 'left')
        continue
      }
      const next = {
        ...duty,
        id: newId('dty'),
        user: to as typeof duty.user,
        from: addDays(lastDay, 1),
        grantedBy: ctx.actor.id,
        reason: basis,
      }
      await endDutyOn(tx, duty.id, lastDay)
      await insertDuty(tx, next, ctx.now)
      const detail = { role: duty.role, from: next.from }
      facts.push({ fact: 'handover.role-passed', subject: next.id, basis, detail })
      outcomes.set(id, 'passed')
    }
    return { outcomes, facts }
  },
  async withoutOwner() {
    return []
  },
}

export const staffBelongings: readonly Belongings[] = [roles]
