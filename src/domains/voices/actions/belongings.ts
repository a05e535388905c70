import { actorsOn, departments, namesOf } from '#domains/staff/index.ts'
import { holds } from '#platform/actor.ts'
import type { Belonging, Belongings, Orphan, Outcome } from '#platform/belongings.ts'
import { type IsoDate, localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import type { Reader, Writer } from '#platform/database.ts'
import { newId } from '#platform/id.ts'
import type { Fact } from '#platform/ledger.ts'
import { nothing, permit } from '#platform/workflow.ts'
import { urls as commentUrls } from '../comment/urls.ts'
import type { BatchId } from '../paper.ts'
import * as store from '../store/belongings.ts'
import { insertNote, type NoteId } from '../store/notes.ts'
import { openPromises } from '../store/promises.ts'
import { sealedIn } from '../store/sealed.ts'
import { waitingSections } from '../store/shown.ts'
import { voiceById } from '../store/voices.ts'
import { paperUrls, urls } from '../urls.ts'
import type { Voice } from '../voice.ts'
import { standing, workflow } from '../workflow.ts'

/** Nobody reads a longer list; what is beyond it comes when these are done. */
const listed = 200

/** 受け付けの束: whoever began one has the papers on their desk. */
/** Where one goes on with it: among the voices, or among the papers of a draft. */
const pathOf = ({ id, caseId }: store.OpenBatch) =>
  caseId ? commentUrls.sheets(caseId) : paperUrls.batch(id)

const batches: Belongings = {
  kind: 'voice-batch',
  name: { ja: '打ち込みの途中の市民の声', en: 'Voices being typed in' },
  async ofPerson(db, person) {
    return (await store.openBatches(db, { by: person, limit: listed })).map(
      (batch): Belonging => ({
        id: batch.id,
        title: `${batch.receivedOn} に届いた紙`,
        path: pathOf(batch),
        department: null,
        since: batch.receivedOn,
        note: { ja: `残り${batch.waiting}枚`, en: `${batch.waiting} sheets left` },
      }),
    )
  },
  async pass(tx, ctx, { ids, from, to, lastDay }) {
    const outcomes = new Map<string, Outcome>()
    const facts: Fact[] = []
    const next = (await actorsOn(tx, localDate(ctx.now))).find(({ id }) => id === to)
    const may = [ctx.actor, next].every(
      (one) => one && permit(workflow, 'takeIn', standing(one), nothing).ok,
    )
    for (const id of ids) {
      const passed = may && (await store.giveBatch(tx, id as BatchId, { from, to }))
      outcomes.set(id, passed ? 'passed' : 'left')
      const { basis } = workflow.takeIn
      if (passed)
        facts.push({ fact: 'voice.batch-passed', subject: id, basis, detail: { lastDay } })
    }
    return { outcomes, facts }
  },
  async withoutOwner(db, on) {
    const open = await store.openBatches(db, { limit: listed })
    const here = new Set<string>((await actorsOn(db, on)).map(({ id }) => id))
    return open
      .filter(({ begunBy }) => !here.has(begunBy))
      .map(
        (batch): Orphan => ({
          kind: 'voice-batch',
          id: batch.id,
          title: { ja: '打ち込みの途中の市民の声', en: 'Voices being typed in' },
          path: pathOf(batch),
          department: null,
          since: batch.receivedOn,
          why: {
            ja: `始めた人がいません。残り${batch.waiting}枚です。`,
            en: `Whoever began is gone; ${batch.waiting} sheets are left.`,
          },
        }),
      )
  },
}

const stood = {
  submitted: { ja: '決裁待ち', en: 'Waits for approval' },
  returned: { ja: '差し戻し', en: 'Given back' },
} as const

/** 回答: it is the section's, and so is the duty to go on; the successor finds on the voice that it was theirs. */
const answers: Belongings = {
  kind: 'voice-answer',
  name: { ja: '市民の声への回答', en: 'Answer to a voice' },
  async ofPerson(db, person, on) {
    const ids = new Map((await departments(db, on)).map((one) => [one.name, one.id as string]))
    return (await store.handedInBy(db, person, listed)).map(
      (point): Belonging => ({
        id: point.id,
        title: `${point.number}-${point.no} ${point.gist}`,
        path: urls.point(point.id),
        department: ids.get(point.section) ?? null,
        since: null,
        note: stood[point.state],
      }),
    )
  },
  async pass(tx, ctx, { ids, from, to, lastDay }) {
    const outcomes = new Map<string, Outcome>()
    const facts: Fact[] = []
    const names = await namesOf(tx, [from, to])
    const own = await store.handedInBy(tx, from, listed)
    for (const id of ids) {
      const point = own.find((one) => one.id === id)
      const voice = point && (await voiceById(tx, point.voice))
      const stands = standing(ctx.actor, { sections: point ? [point.section] : [] })
      const may = voice && permit(workflow, 'note', stands, voice).ok
      outcomes.set(id, may ? 'passed' : 'left')
      if (!may) continue
      const text = `引継ぎ(${lastDay}まで): 論点${point?.no}の回答は、${names.get(from) ?? ''}から${names.get(to) ?? ''}へ渡りました。`
      facts.push(await noted(tx, ctx, voice, text))
    }
    return { outcomes, facts }
  },
  async withoutOwner(db, on) {
    const actors = await actorsOn(db, on)
    const ids = new Map((await departments(db, on)).map((one) => [one.name, one.id as string]))
    // By every name that a section ever had; what the secretariat could do instead does not count.
    const isManned = (section: string) =>
      actors.some((one) => holds(one, 'voices.section', { sections: [section] }))
    const left = (await owedBySections(db, on)).filter(({ section }) => !isManned(section))
    return left.map(
      ({ section, kind, n, since }): Orphan => ({
        kind: 'voice-answer',
        id: `${kind}:${section}`,
        title: said[kind](n),
        path:
          kind === 'promise'
            ? urls.promises
            : `${urls.desk}?section=${encodeURIComponent(section)}`,
        department: ids.get(section) ?? null,
        since,
        why: ids.has(section)
          ? { ja: `${section}に、答える人がいません。`, en: `Nobody in ${section} can answer.` }
          : { ja: `${section}は、いまはありません。`, en: `${section} is no more.` },
      }),
    )
  },
}

const said = {
  point: (n: number) => ({
    ja: `答えていない市民の声 ${n}件`,
    en: `${n} points without an answer`,
  }),
  promise: (n: number) => ({ ja: `市民への約束 ${n}件`, en: `${n} promises to residents` }),
} as const

/** What each section still has to answer, and what it promised. */
async function owedBySections(db: Reader, on: IsoDate) {
  const points = (await waitingSections(db, on)).map(({ section, waiting, since }) => ({
    section,
    since,
    kind: 'point' as const,
    n: waiting,
  }))
  const made = Map.groupBy(await openPromises(db, null, { limit: 1000 }), (one) => one.section)
  const promises = [...made].map(([section, all]) => ({
    section,
    since: all[0]?.dueOn ?? null,
    kind: 'promise' as const,
    n: all.length,
  }))
  return [...points, ...promises]
}

async function noted(
  tx: Writer,
  ctx: Ctx,
  voice: Pick<Voice, 'id' | 'number'>,
  text: string,
): Promise<Fact> {
  const id: NoteId = newId('vno')
  const sealed = ctx.seal.seal(text, sealedIn.note.place(id))
  const told = { at: ctx.now, by: ctx.actor.id, answeredAt: null }
  await insertNote(tx, { id, voice: voice.id, asked: '', sealed, ...told })
  const { basis } = workflow.note
  return { fact: 'voice.noted', subject: voice.id, basis, detail: { number: voice.number } }
}

export const belongings: readonly Belongings[] = [batches, answers]
