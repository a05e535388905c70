import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { approveAmendment, proposeAmendment } from '#domains/plan/actions/amend.ts'
import { takeInReading } from '#domains/plan/actions/intake.ts'
import { decide, openComment, publish, start, submit } from '#domains/plan/actions/life.ts'
import { explainNew, rollOver } from '#domains/plan/actions/roll-over.ts'
import { readPlanJson } from '#domains/plan/intake/json.ts'
import type { ItemContent, PlanItem } from '#domains/plan/item.ts'
import type { Relation } from '#domains/plan/lineage.ts'
import type { Plan } from '#domains/plan/plan.ts'
import { contentOf } from '#domains/plan/rules/content.ts'
import type { Fate } from '#domains/plan/rules/roll-over.ts'
import { planOf, plans } from '#domains/plan/store/plans.ts'
import { treeOf } from '#domains/plan/store/tree.ts'
import { itemsOf } from '#domains/plan/tree.ts'
import { addDepartments, addMember, type NewMember } from '#domains/staff/actions.ts'
import { hashPassword } from '#domains/staff/auth.ts'
import { clock, commandLine, dutyOf } from '#domains/staff/roles.ts'
import type { NewDepartment, StaffMember } from '#domains/staff/staff.ts'
import { addExamples } from '#domains/words/actions.ts'
import type { Actor } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { localFiles } from '#platform/files.ts'
import { ledger } from '#platform/ledger.ts'
import { publishHead } from '#platform/ledger-tree-heads.ts'
import { must } from '#platform/must.ts'
import type { Database } from '#platform/pool.ts'
import { found } from '#platform/result.ts'
import type { Seal } from '#platform/seal.ts'
import { type SiteProfile, saveSite } from '#platform/site.ts'
import { demoFolder, inboxFolder } from '../places.ts'
import { commentDemo, type DemoCase } from './demo/comments.ts'
import { districtDemo } from './demo/districts.ts'
import { type DemoEvidence, evidenceDemo } from './demo/evidence.ts'
import { judgingDemo } from './demo/judging.ts'
import { handOverDemo, liaisonDemo, nextYearDemo } from './demo/liaisons.ts'
import { moderationDemo } from './demo/moderation.ts'
import { newsletterDemo } from './demo/newsletters.ts'
import { type DemoProgress, progressDemo } from './demo/progress.ts'
import { type EditionText, editionDemo, yearEndDemo } from './demo/publications.ts'
import { followersDemo, residentDemo } from './demo/residents.ts'
import { letIn } from './demo/sections.ts'
import { type DemoSpring, springDemo } from './demo/spring.ts'
import { customRoleDemo, type DemoOrganisation, fillApril, fillOrganisation } from './demo/staff.ts'
import { type DemoVoice, voiceDemo } from './demo/voices.ts'
import {
  type DemoPlaces,
  type DemoVoiceDesk,
  voiceDeskDemo,
  voiceTermsDemo,
} from './demo/voices-desk.ts'

/** For the demonstration only, which listens on this machine alone. */
export const demoPassword = 'tomoni-demo-2012'

/** Where a city on this machine keeps what is no row of its database. */
export const placesIn = (dataDir: string): DemoPlaces => ({
  files: localFiles(join(dataDir, 'files')),
  mailFolder: join(dataDir, inboxFolder),
})

interface Thread {
  readonly from: readonly string[]
  readonly to: readonly string[]
  readonly relation: Relation
  readonly reason: string
}
interface Change {
  readonly code: string
  readonly on: string
  readonly reason: string
  readonly changes: Partial<ItemContent>
}

const readText = (name: string) => readFileSync(join(demoFolder, `${name}.json`), 'utf8')
const read = <T>(name: string): T => JSON.parse(readText(name)) as T

/**
 * The demo city: Tsushima with its printed plan of 2012 and a year of work on it, made by the same
 * actions that people take, on the days on which they would have taken them. Does nothing to a city
 * that has a plan already.
 */
export async function fillDemo(
  { db }: Database,
  seal: Seal,
  places: DemoPlaces,
  onFacts: () => void,
  say: (line: string) => void,
): Promise<void> {
  if ((await plans(db)).length) return
  const { files } = places
  const on = (day: string, actor: Actor): Ctx => {
    const now = new Date(`${day}T10:00:00+09:00`)
    return { actor, now, db, seal, record: ledger(db, { actor, now, requestId: 'demo', onFacts }) }
  }
  say('対馬市のデモを用意しています')
  await setUp(on('2012-03-01', commandLine))
  const hash = hashingOnce()
  const { author, head } = await enrol(on('2012-03-01', commandLine), hash)
  const organisation = read<DemoOrganisation>('organisation')
  await fillOrganisation(on('2012-03-01', commandLine), organisation)
  await letIn(on('2012-03-01', commandLine), '建設課', demoPassword, hash)
  await customRoleDemo(on('2012-03-02', commandLine))

  await addExamples(on('2012-03-02', author))
  await districtDemo(on('2012-03-02', author), readText('tsushima-map'))
  await liaisonDemo(on, author)

  const plan = await takeInYear(on('2012-03-05', author), 2012)
  await submit(on('2012-03-12', author), plan.id)
  await decide(on('2012-03-26', head), plan.id)
  await publish(on('2012-04-02', author), plan.id)
  await start(on('2012-04-02', author), plan.id)
  await followersDemo(on, '2012-04-03', '2012-10-08')
  for (const change of read<readonly Change[]>('amendments-2012')) {
    const item = await itemCalled(db, 2012, change.code)
    const content = { ...contentOf(item), ...change.changes }
    const proposed = await proposeAmendment(on(change.on, author), item.id, content, change.reason)
    await approveAmendment(on(change.on, head), proposed.id)
  }
  say('平成24年度の計画を公表しました')
  const cast = { on, author, head }
  await progressDemo(
    cast,
    plan,
    read<DemoProgress>('progress-2012'),
    async (period) => {
      if (period === 'q2') await editionDemo(cast, files, 2012, read<EditionText>('edition-2012'))
    },
    evidenceDemo(files, read<DemoEvidence>('evidence-2012')),
  )
  say('3回の報告を集めました')
  await judgingDemo(cast, plan, { password: demoPassword, hash })
  say('中間点検の評価を公表しました')

  const threads = read<readonly Thread[]>('lineage-2013')
  const titles = titlesIn(2013)
  const next = await rollOver(
    on('2013-01-15', author),
    plan.id,
    await fatesFrom(db, threads, titles),
  )
  await takeInYear(on('2013-02-01', author), 2013)
  for (const { to, reason } of threads.filter((t) => t.relation === 'new'))
    for (const code of to) {
      const item = await itemCalled(db, 2013, code)
      await explainNew(on('2013-02-01', author), next.id, item.id, reason)
    }
  await openComment(on('2013-02-12', author), next.id)
  await fillApril(on('2013-02-15', commandLine), organisation)
  await newsletterDemo(on, author, head)
  await nextYearDemo(on, author)
  await handOverDemo(on)
  await springDemo(cast, plan, read<DemoSpring>('spring-2013'))
  await followersDemo(on, '2012-10-09', '2013-03-05')
  await residentDemo(on, author)
  const desk = read<DemoVoiceDesk>('voices-desk-2012')
  await voiceTermsDemo(cast, desk)
  const items = new Map(itemsOf(await treeOf(db, plan)).map(({ code, id }) => [code, id]))
  const until = '2013-03-05'
  await voiceDemo(cast, read<readonly DemoVoice[]>('voices-2012'), { until, files, items })
  await voiceDeskDemo(cast, places, desk)
  await moderationDemo(cast)
  say('1年の声と市の答えを公開しました')
  const draft = await treeOf(db, found(await planOf(db, 2013)))
  await commentDemo(cast, files, read<readonly DemoCase[]>('comments-2012'), draft)
  await yearEndDemo(cast, 2012)
  await publishHead(db, on('2013-03-05', clock))
  say('平成25年度の計画の案を公開しました')
}

async function setUp(ctx: Ctx) {
  const profile = read<SiteProfile>('site')
  await ctx.record(async (tx) => {
    await saveSite(tx, profile)
    return [undefined, { fact: 'site.changed', subject: profile.code, basis: '導入時の設定' }]
  })
  await addDepartments(ctx, read<readonly NewDepartment[]>('departments'))
}

/** Everybody of the demo has the password that is said at its start: it is hashed once. */
function hashingOnce(): typeof hashPassword {
  const hashes = new Map<string, Promise<string>>()
  return (password) => {
    const hash = hashes.get(password) ?? hashPassword(password)
    hashes.set(password, hash)
    return hash
  }
}

async function enrol(ctx: Ctx, hash: typeof hashPassword) {
  const members: StaffMember[] = []
  for (const person of read<readonly NewMember[]>('people'))
    members.push(await addMember(ctx, person, demoPassword, hash))
  const [author, head] = members
    .filter((member) => member.role === 'secretariat')
    .map((m): Actor => ({ id: m.id, name: m.name, duties: [dutyOf(m.role)] }))
  return { author: must(author, 'an author'), head: must(head, 'a head') }
}

async function takeInYear(ctx: Ctx, year: number): Promise<Plan> {
  const reading = readPlanJson(read<unknown>(`plan-${year}`))
  const { plan } = await takeInReading(ctx, year, reading, { answers: {}, removeMissing: true })
  return plan
}

function titlesIn(year: number): ReadonlyMap<string, string> {
  const { rows } = readPlanJson(read<unknown>(`plan-${year}`))
  return new Map(rows.map((row) => [row.code, row.content.title]))
}

async function fatesFrom(
  db: Database['db'],
  threads: readonly Thread[],
  titles: ReadonlyMap<string, string>,
): Promise<Fate[]> {
  const items = itemsOf(await treeOf(db, found(await planOf(db, 2012))))
  const idOf = (code: string) => found(items.find((item) => item.code === code)).id
  return threads.flatMap(({ from, to, relation, reason }) =>
    relation === 'new'
      ? []
      : from.map((code): Fate => {
          // The merged item stands in the place of the one under the same measure.
          const host = from.find((one) => one.split('-')[0] === to[0]?.split('-')[0]) ?? code
          return {
            from: idOf(code),
            relation,
            titles: to.flatMap((one) => titles.get(one) ?? []),
            into: relation === 'merged' ? idOf(host) : null,
            reason,
          }
        }),
  )
}

async function itemCalled(db: Database['db'], year: number, code: string): Promise<PlanItem> {
  const tree = await treeOf(db, found(await planOf(db, year)))
  return found(itemsOf(tree).find((item) => item.code === code))
}
