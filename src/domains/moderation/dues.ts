import type { Dues } from '#domains/notices/index.ts'
import { localDate } from '#platform/calendar.ts'
import { permit } from '#platform/workflow.ts'
import type { Case } from './case.ts'
import { deskWords } from './messages/desk.ts'
import { casesWaiting } from './store/cases.ts'
import { urls } from './urls.ts'
import { type ModerationAction, standing, workflow } from './workflow.ts'

/** What a case waits for, from whom. */
const next: Partial<Record<Case['state'], ModerationAction>> = {
  flagged: 'claim',
  claimed: 'keep',
  appealed: 'uphold',
}

/** 知らせと申し出: of a case that nobody has claimed, of one's own, of an appeal that one may judge. */
export const dues: Dues = async (db, actor) => {
  if (!standing(actor).has('moderator')) return []
  const own = (await casesWaiting(db)).filter((of) => {
    const action = next[of.state]
    return action !== undefined && permit(workflow, action, standing(actor, of), of).ok
  })
  return own.map((of) => ({
    kind: 'decision' as const,
    title: titleOf(of),
    path: urls.one(of.id),
    on: localDate(of.appealedAt ?? of.openedAt),
  }))
}

const titleOf = ({ state, ground }: Case) => {
  const said = (locale: 'ja' | 'en') => {
    const { d, t } = deskWords({ locale })
    return d.due(d.states[state], ground ? (t.grounds[ground] ?? ground) : '')
  }
  return { ja: said('ja'), en: said('en') }
}
