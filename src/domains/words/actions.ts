import type { Ctx } from '#platform/context.ts'
import type { Writer } from '#platform/database.ts'
import { newId } from '#platform/id.ts'
import type { Fact } from '#platform/ledger.ts'
import { wordForm } from '#platform/personal.ts'
import { accept, found, no } from '#platform/result.ts'
import { nothing, permit } from '#platform/workflow.ts'
import { examples } from './examples.ts'
import { faultOf, isSame } from './rules/list.ts'
import * as store from './store/words.ts'
import type { Entry, Word, WordId } from './word.ts'
import { standing, type WordAction, workflow } from './workflow.ts'

export const may = ({ actor }: Pick<Ctx, 'actor'>, action: WordAction) =>
  accept(permit(workflow, action, standing(actor), nothing))

const { basis } = workflow.keep
/** The history of the list is in the ledger: the word itself, and what was said of it. */
const fact = (name: Fact['fact'], id: string, { word, instead, why }: Entry): Fact => ({
  fact: name,
  subject: id,
  basis,
  detail: { word, instead, why },
})

function mustBeSound(entry: Entry): void {
  const fault = faultOf(entry)
  if (fault) accept(no({ kind: 'refused', reason: `word-${fault}`, place: entry.word }))
}

async function added(tx: Writer, ctx: Ctx, entry: Entry, isExample: boolean): Promise<Fact> {
  const by = { changedAt: ctx.now, changedBy: ctx.actor.id }
  const word: Word = { id: newId('wrd'), version: 1, ...entry, isExample, ...by }
  await store.insertWord(tx, word)
  return fact('words.added', word.id, entry)
}

async function changed(tx: Writer, ctx: Ctx, before: Word, entry: Entry): Promise<Fact> {
  // Whoever has it changed has looked at it: it is the city's own from now on.
  const by = { isExample: false, changedAt: ctx.now, changedBy: ctx.actor.id }
  await store.updateWord(tx, { ...before, ...entry, ...by })
  return fact('words.changed', before.id, entry)
}

export const add = (ctx: Ctx, entry: Entry): Promise<void> =>
  ctx.record(async (tx) => {
    may(ctx, 'keep')
    mustBeSound(entry)
    return [undefined, await added(tx, ctx, entry, false)]
  })

/** Saving a line as it stands takes an example over. */
export const change = (ctx: Ctx, id: WordId, version: number, entry: Entry): Promise<void> =>
  ctx.record(async (tx) => {
    may(ctx, 'keep')
    mustBeSound(entry)
    const before = found(await store.wordById(tx, id))
    const other = (await store.words(tx)).find(
      (one) => one.id !== id && wordForm(one.word) === wordForm(entry.word),
    )
    if (other) accept(no({ kind: 'refused', reason: 'word-exists', place: other.word }))
    return [undefined, await changed(tx, ctx, { ...before, version }, entry)]
  })

export const remove = (ctx: Ctx, id: WordId, version: number): Promise<void> =>
  ctx.record(async (tx) => {
    may(ctx, 'keep')
    const before = found(await store.wordById(tx, id))
    await store.deleteWord(tx, id, version)
    return [undefined, fact('words.removed', id, before)]
  })

export interface TakenIn {
  readonly added: number
  readonly changed: number
  readonly same: number
}

/**
 * Takes in a list, whole or not at all: new words come, known ones are as the list says them. Words that it does
 * not name stay. `asExamples`: known words stay as they are.
 */
export async function takeIn(
  ctx: Ctx,
  entries: readonly Entry[],
  asExamples = false,
): Promise<TakenIn> {
  may(ctx, 'keep')
  for (const entry of entries) mustBeSound(entry)
  const known = new Map((await store.words(ctx.db)).map((one) => [wordForm(one.word), one]))
  const fresh = entries.filter((entry) => !known.has(wordForm(entry.word)))
  const differing = entries.flatMap((entry) => {
    const before = known.get(wordForm(entry.word))
    return !asExamples && before && (before.isExample || !isSame(before, entry))
      ? [{ before, entry }]
      : []
  })
  const counts = { added: fresh.length, changed: differing.length }
  const same = entries.length - fresh.length - differing.length
  if (!fresh.length && !differing.length) return { ...counts, same }
  return ctx.record(async (tx) => {
    const facts: Fact[] = []
    for (const entry of fresh) facts.push(await added(tx, ctx, entry, asExamples))
    for (const { before, entry } of differing) facts.push(await changed(tx, ctx, before, entry))
    const taken: Fact = { fact: 'words.taken-in', subject: 'words', basis, detail: counts }
    return [{ ...counts, same }, taken, ...facts]
  })
}

/** 例を入れる: what is in the list already stays as the city has it. */
export const addExamples = (ctx: Ctx): Promise<TakenIn> => takeIn(ctx, examples, true)
