import type { Due, Dues } from '#domains/notices/index.ts'
import { itemsOf, planById, treeOf } from '#domains/plan/index.ts'
import { departmentWords } from '#domains/staff/index.ts'
import { type Actor, holdsSomewhere } from '#platform/actor.ts'
import { addDays, type IsoDate } from '#platform/calendar.ts'
import type { Reader } from '#platform/database.ts'
import { groupBy } from '#platform/group.ts'
import { found } from '#platform/result.ts'
import { permit } from '#platform/workflow.ts'
import { urls as groupUrls } from './group-urls.ts'
import type { Report, Round } from './progress.ts'
import { isOpen } from './rules/groups.ts'
import { reports } from './store/reports.ts'
import { rounds } from './store/rounds.ts'
import { termsOn } from './store/terms.ts'
import { urls } from './urls.ts'
import { standing, workflow } from './workflow.ts'

/** 報告、確認待ち、未報告の課: what of the rounds that are open waits for a person today. */
export const dues: Dues = async (db, actor, today) => {
  if (!holdsSomewhere(actor, 'progress.reader')) return []
  const open = (await rounds(db)).filter(({ state }) => state === 'open')
  const lists: (readonly Due[])[] = []
  for (const round of open) lists.push(await duesOf(db, round, actor, today))
  return lists.flat()
}

async function duesOf(
  db: Reader,
  round: Round,
  actor: Actor,
  today: IsoDate,
): Promise<readonly Due[]> {
  const all = await reports(db, { rounds: [round.id] })
  const plan = found(await planById(db, round.planId))
  const departments = new Map<string, readonly string[]>(
    itemsOf(await treeOf(db, plan)).map((item) => [item.id, item.departments]),
  )
  const sections = await departmentWords(db)
  const isSecretariat = holdsSomewhere(actor, 'progress.secretariat')
  /** A name that no section bears is the secretariat's to answer for. */
  const isOwn = (section: string) =>
    standing(actor, { sections: [section] }).has('section') ||
    (isSecretariat && !sections.has(section))
  const citys = new Map<string, readonly string[]>(
    all.filter(({ side }) => side === 'city').map((one) => [one.itemId, [one.asked]]),
  )
  const missing = all.filter((one) => one.side === 'city' && isOpen(one))
  const mine = [...groupBy(missing, ({ asked }) => asked)].filter(([section]) => isOwn(section))
  const waiting = all.filter((report) => {
    if (report.state !== 'submitted') return false
    const own =
      report.side === 'city'
        ? [report.asked]
        : [...(citys.get(report.itemId) ?? []), ...(departments.get(report.itemId) ?? [])]
    const stands = standing(actor, { sections: own, report })
    const isNear = own.some(
      (one) => standing(actor, { sections: [one] }).size > 1 || !sections.has(one),
    )
    return permit(workflow, 'confirm', stands, report).ok && (!isSecretariat || isNear)
  })
  return [
    ...mine.map(([section, list]) => toReport(round, section, list.length, today)),
    ...toConfirm(round, waiting),
    ...(isSecretariat ? await silent(db, round, missing, today) : []),
  ]
}

const toReport = (round: Round, section: string, count: number, today: IsoDate): Due => ({
  kind: today > round.dueOn ? 'overdue' : 'due',
  title: {
    ja: `進捗の報告 ${count}件(${section})`,
    en: `Progress to report: ${count} (${section})`,
  },
  path: urls.section(round.id, section),
  on: round.dueOn,
})

function toConfirm(round: Round, waiting: readonly Report[]): readonly Due[] {
  const ofCity = waiting.filter(({ side }) => side === 'city')
  const ofGroups = waiting.filter(({ side }) => side === 'group')
  const [first] = ofCity
  const city: Due[] = first
    ? [
        {
          kind: 'decision',
          title: {
            ja: `確認待ちの報告 ${ofCity.length}件`,
            en: `Reports to confirm: ${ofCity.length}`,
          },
          path: urls.section(round.id, first.asked),
          on: null,
        },
      ]
    : []
  return [
    ...city,
    ...ofGroups.map(
      ({ id, asked }): Due => ({
        kind: 'decision',
        title: {
          ja: `確認待ちの団体の報告(${asked})`,
          en: `A group’s report to confirm (${asked})`,
        },
        path: groupUrls.one(id),
        on: null,
      }),
    ),
  ]
}

async function silent(
  db: Reader,
  round: Round,
  missing: readonly Report[],
  today: IsoDate,
): Promise<readonly Due[]> {
  const { secretariatAfterDays } = await termsOn(db, today)
  if (!missing.length || today < addDays(round.dueOn, secretariatAfterDays)) return []
  const names = [...groupBy(missing, ({ asked }) => asked).keys()].join('、')
  return [
    {
      kind: 'unanswered',
      title: { ja: `未報告の課: ${names}`, en: `Have not reported: ${names}` },
      path: urls.round(round.id),
      on: round.dueOn,
    },
  ]
}
