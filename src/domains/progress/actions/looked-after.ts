import { happened, type Moderatable, type SaidToAuthor } from '#domains/moderation/index.ts'
import { post } from '#domains/notices/index.ts'
import { planUrls } from '#domains/plan/index.ts'
import { actorsOn } from '#domains/staff/index.ts'
import { type IsoDate, localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import type { Reader, Writer } from '#platform/database.ts'
import { isId } from '#platform/id.ts'
import { found } from '#platform/result.ts'
import { groupModerated } from '../group-kinds.ts'
import { urls } from '../group-urls.ts'
import * as kinds from '../kinds.ts'
import { reportSubject } from '../progress.ts'
import { peopleOf } from '../rules/asking.ts'
import { appealLinkUntil } from '../rules/groups.ts'
import { filesOf } from '../store/evidence.ts'
import { askings, groupsById } from '../store/groups.ts'
import { reportById } from '../store/reports.ts'
import { issueLink, titlesOf } from './links.ts'
import { wholeOf } from './reports.ts'
import { idsOf } from './tell.ts'

/** A group's own report, once it is public: the city's are the city's to answer for. */
async function publicReport(db: Reader, id: string) {
  const report = isId('rpt', id) ? await reportById(db, id) : undefined
  return report?.side === 'group' && report.state === 'confirmed' ? report : undefined
}

/** Whose it is, also when nobody waits for the group any more. */
async function groupBehind(db: Reader, report: string) {
  const [asking] = isId('rpt', report) ? await askings(db, [report]) : []
  return asking?.groupId
}

/** 団体の報告, as moderation looks after it: every word that the group chose itself, and what its files are called. */
export const moderatedReports: Moderatable = {
  kind: reportSubject,
  isAsked: true,
  name: {
    ja: '団体の報告',
    easy: '{団体|だんたい}の {報告|ほうこく}',
    en: 'Report of a group',
    ko: '단체의 보고',
  },
  excerptOf: async (db, id) => {
    const report = await publicReport(db, id)
    if (!report) return undefined
    const { result, unchanged, issues, next, figures, readings, evidence } = report.content
    const files = await filesOf(db, [report.id])
    return [
      result,
      unchanged,
      issues,
      next,
      ...figures.map(({ name, value, unit }) => `${name} ${value}${unit}`),
      ...readings.map(({ unmeasured }) => unmeasured),
      ...evidence.map(({ title, url }) => `${title} ${url}`),
      ...files.map(({ title }) => title),
    ]
      .filter((text) => text.trim())
      .join('\n')
  },
  authorOf: async (db, id) => ((await publicReport(db, id)) && (await groupBehind(db, id))) || null,
  nameOf: async (db, author) => (await groupsById(db, [author]))[0]?.name,
  pathOf: async (db, id) => {
    const report = await publicReport(db, id)
    if (!report) return undefined
    const { round, item } = await wholeOf(db, report.id)
    return `${planUrls.item(round.fiscalYear, item.code)}#both-sides`
  },
  // A link opens one report, and whoever has it speaks for the group.
  ownOf: async (_db, report) => [report],
}

/**
 * The group reads what was decided, with a link by which it can ask for another look. A group without an address is
 * told by the section that asked it: that one gets a notice, and prints the link.
 */
export async function tellGroupDecided(tx: Writer, ctx: Ctx, said: SaidToAuthor): Promise<void> {
  const { subject, caseId, action, reason } = said
  if (!isId('rpt', subject.id)) return
  const told = await wholeOf(tx, subject.id)
  const { report, round, item, sections } = told
  const group = found((await groupsById(tx, [said.author]))[0])
  const today = localDate(ctx.now)
  const key = `progress.group-moderated:${caseId}:${action}:${+ctx.now}`
  const titles = titlesOf(item)
  if (!group.sealed) {
    const [section = ''] = sections
    await post(tx, ctx, kinds.groupDecided, {
      to: idsOf(peopleOf(await actorsOn(tx, today), section)),
      thing: report.id,
      path: urls.one(report.id),
      said: { code: item.code, title: item.title, group: group.name, action },
      key,
    })
    return
  }
  const until = laterOf(appealLinkUntil(round, today), said.appealUntil)
  const token = await issueLink(tx, ctx, told, until)
  await post(tx, ctx, groupModerated, {
    to: [group.id],
    thing: report.id,
    path: urls.door,
    said: { titles, token, reason, happened: happened(said, today) },
    key,
  })
}

const laterOf = (one: IsoDate, other: IsoDate | null): IsoDate =>
  other !== null && other > one ? other : one
