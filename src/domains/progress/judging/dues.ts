import type { Dues } from '#domains/notices/index.ts'
import { committees } from './store/committees.ts'
import { judgements } from './store/judgements.ts'
import { allMarks, shares } from './store/members.ts'
import { remarks } from './store/remarks.ts'
import { urls } from './urls.ts'
import { standing } from './workflow.ts'

/** What waits: a member's marks, a section's own judgements, answers, and answers to approve. */
export const dues: Dues = async (db, actor, today) => {
  const found: Awaited<ReturnType<Dues>>[number][] = []
  for (const one of await committees(db)) {
    const stands = standing(actor, { committee: one.id })
    if (one.state === 'marking' && stands.has('member')) {
      const mine = (await shares(db, one.id)).filter((s) => s.userId === actor.id && !s.recused)
      const given = (await allMarks(db, one.id)).filter(
        (m) => m.userId === actor.id && m.state === 'given',
      )
      const left = mine.length - given.length
      if (left > 0)
        found.push({
          kind: today > one.marksDueOn ? 'overdue' : 'due',
          title: {
            ja: `${one.name}の採点(あと${left}件)`,
            en: `${left} items to mark: ${one.name}`,
          },
          path: urls.member(one.id),
          on: one.marksDueOn,
        })
    }
    if (one.state === 'preparing') {
      const open = (await judgements(db, one.id)).filter(
        (j) =>
          j.state === 'drafting' &&
          j.layer === 'section' &&
          standing(actor, { sections: [j.asked], judgement: j }).has('judge'),
      )
      if (open.length)
        found.push({
          kind: today > one.papersOn ? 'overdue' : 'due',
          title: { ja: `自己評価(${open.length}件)`, en: `${open.length} items to judge` },
          path: urls.own,
          on: one.papersOn,
        })
    }
    if (one.state === 'answering')
      for (const r of await remarks(db, { committee: one.id })) {
        const here = standing(actor, { sections: [r.section], remark: r })
        const mine = r.state !== 'submitted' && here.has('section') && !here.has('secretariat')
        if (r.state === 'approved' || !(mine || (r.state === 'submitted' && here.has('approver'))))
          continue
        found.push({
          kind: r.state === 'submitted' ? 'decision' : 'unanswered',
          title:
            r.state === 'submitted'
              ? { ja: `回答の決裁(${r.section})`, en: `Approve an answer (${r.section})` }
              : {
                  ja: `委員会の意見への回答(${r.section})`,
                  en: `Answer the committee (${r.section})`,
                },
          path: urls.answer(r.id),
          on: null,
        })
      }
  }
  return found
}
