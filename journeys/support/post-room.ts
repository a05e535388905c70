import { dispatch } from '#domains/notices/actions/dispatch.ts'
import { post } from '#domains/notices/actions/post.ts'
import type { PostRoom } from '#domains/notices/actions/room.ts'
import { ownKinds } from '#domains/notices/kinds.ts'
import {
  type Address,
  type Kind,
  kindsOf,
  type RecipientId,
  type Said,
} from '#domains/notices/notice.ts'
import { clock } from '#domains/staff/roles.ts'
import type { Actor } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { ledger } from '#platform/ledger.ts'
import { mailbox } from '#platform/mail/mailbox.ts'
import { type Post, smtpPost } from '#platform/mail/post.ts'
import type { Database } from '#platform/pool.ts'
import { readSeal } from '#platform/seal.ts'
import * as shell from '../../src/post-room.ts'

/** The post room of the whole product, as its shell puts it together, with a real server as its way out. */
export const wholeRoom = (url: string): PostRoom => ({
  kinds: shell.kinds,
  addresses: shell.addresses,
  post: smtpPost(url),
  from: mailbox('kyodo@city.example.jp'),
  origin: 'http://localhost',
  postmasters: async () => [],
})

const four = (text: string) => ({ ja: text, easy: text, en: text, ko: text })

/** A change of a plan, as a chapter tells it. */
export const changed: Kind<{ readonly title: string }> = {
  name: 'plan.amended',
  audience: 'both',
  title: four('計画の変更'),
  cadence: 'at-once',
  words: (_locale, { title }) => ({ subject: `${title}が変わりました`, line: `${title}の変更` }),
}
export const answered: Kind<{ readonly title: string }> = {
  ...changed,
  name: 'voices.answered',
  title: four('声への回答'),
  cadence: 'daily',
  words: (_locale, { title }) => ({ subject: `${title}への回答`, line: `回答: ${title}` }),
}
export const code: Kind<{ readonly code: string }> = {
  ...changed,
  name: 'residents.code',
  title: four('確認の番号'),
  urgent: true,
  secret: true,
  life: 30,
  words: (_locale, { code }) => ({ subject: '確認の番号', line: `番号は ${code} です` }),
}
export const kinds = kindsOf([ownKinds, [changed, answered, code]])

const seal = readSeal(undefined, 'a secret that only tests know, 0123456789')

/** Short enough for a test to see a silent server given up; all others wait as the product does. */
export const hasty = { connect: 400, silence: 900 }

export const person = (email: string | null, over: Partial<Address> = {}): Address => ({
  name: '山田 花子',
  email,
  locale: 'ja',
  ...over,
})

/** A city's post room in a test: its own address book, a real way out. */
export function roomOf(
  { db }: Database,
  book: Readonly<Record<string, Address>>,
  way: string | Post,
  postmasters: readonly RecipientId[] = [],
) {
  const room: PostRoom = {
    kinds,
    addresses: async (_db, _seal, ids) =>
      new Map(ids.flatMap((id) => (book[id] ? [[id, book[id]] as const] : []))),
    post: typeof way === 'string' ? smtpPost(way) : way,
    from: mailbox('kyodo@city.example.jp'),
    origin: 'https://kyodo.city.example.jp',
    postmasters: async () => postmasters,
  }
  const at = (moment: string, actor: Actor = clock): Ctx => {
    const now = new Date(moment)
    return { actor, now, db, seal, record: ledger(db, { actor, now, requestId: 'test' }) }
  }
  return {
    room,
    at,
    /** Everything that is due at that moment. */
    async send(moment: string) {
      for (;;) {
        const ended = await dispatch(at(moment), room)
        if (ended !== 'more') return ended
      }
    },
    /** A fact with its notice, as a chapter's action records them. */
    tell<S extends Said>(
      moment: string,
      kind: Kind<S>,
      to: readonly RecipientId[],
      said: S,
      over: { readonly thing?: string; readonly key?: string } = {},
    ) {
      const ctx = at(moment)
      const thing = over.thing ?? 'itm_1'
      const key = over.key ?? `${kind.name}:${moment}:${JSON.stringify(said)}`
      const posting = { to, thing, path: '/plans/2013', said, key } as const
      return ctx.record(async (tx) => [
        await post(tx, ctx, kind, posting),
        { fact: 'plan.amended', subject: thing, basis: '手引き' },
      ])
    },
    states: async () => {
      const rows = await db
        .selectFrom('notice_delivery')
        .select(['state', 'last_error'])
        .orderBy('due_at')
        .orderBy('id')
        .execute()
      return rows.map((row) => row.state)
    },
  }
}
