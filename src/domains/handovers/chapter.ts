import { eraDate } from '#platform/calendar.ts'
import type { Block, Document } from '#platform/document.ts'
import type { Handover, Thing } from './handover.ts'
import { ja as t } from './messages/desk.ts'

export interface BookContent {
  readonly handover: Handover
  readonly giver: string
  readonly successor: string
  readonly section: string
  readonly phone: string
  readonly head: string
  readonly author: string
  readonly things: readonly Thing[]
  /** What was done how often, newest first: the fact, the last day, how often. */
  readonly history: readonly {
    readonly fact: string
    readonly on: string
    readonly count: number
  }[]
}

/** 引継書: what, where it stands, what to know, whom to ask, what happened in the last year. */
export function handoverBook(b: BookContent): Document {
  const { handover: h } = b
  const blocks: Block[] = [
    {
      kind: 'facts',
      pairs: [
        [t.section, `${b.section} ${h.post}`],
        [t.who, b.giver],
        [t.lastDay, eraDate(h.endsOn)],
        [t.successor, b.successor || t.noSuccessor],
        [t.state, t.states[h.state]],
      ],
    },
    ...(h.note ? [{ kind: 'narrative', title: t.whole, text: h.note } as const] : []),
    { kind: 'heading', level: 2, text: t.things },
    b.things.length
      ? {
          kind: 'table',
          caption: t.things,
          columns: [
            { label: t.thing, width: 32, role: 'heading' },
            { label: t.kind, width: 14 },
            { label: t.about, width: 22 },
            { label: t.notes, width: 22 },
            { label: t.state, width: 10 },
          ],
          rows: b.things.map((thing) => [
            thing.title,
            t.kinds[thing.kind] ?? thing.kind,
            [...(thing.since ? [`${eraDate(thing.since)}から`] : []), thing.about.ja],
            thing.note,
            t.outcomes[thing.outcome],
          ]),
        }
      : { kind: 'paragraph', text: t.thingsNone },
    { kind: 'heading', level: 2, text: t.contacts },
    {
      kind: 'facts',
      pairs: [
        [t.head, b.head || '—'],
        [t.phone, b.phone || '—'],
      ],
    },
  ]
  const history: Block[] = b.history.length
    ? [
        { kind: 'heading', level: 2, text: t.history },
        {
          kind: 'table',
          caption: t.history,
          columns: [
            { label: t.what, width: 60, role: 'heading' },
            { label: t.count, width: 15, role: 'number' },
            { label: t.when, width: 25 },
          ],
          rows: b.history.map((one) => [
            t.facts[one.fact] ?? one.fact,
            String(one.count),
            eraDate(one.on),
          ]),
        },
      ]
    : []
  return {
    title: t.bookTitle,
    over: b.section,
    author: b.author,
    lang: 'ja',
    date: h.preparedOn,
    blocks: [...blocks, ...history],
  }
}
