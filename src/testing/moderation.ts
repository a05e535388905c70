import type { Registry, SaidToAuthor } from '#domains/moderation/index.ts'
import { dutyOf } from '#domains/staff/roles.ts'
import type { Actor } from '#platform/actor.ts'
import { people } from './people.ts'

/** Notes of residents as a chapter would own them: until one does, tests bring their own. */
export function notesToModerate() {
  const notes = new Map<string, { readonly text: string; readonly author: string | null }>()
  const said: SaidToAuthor[] = []
  const registry: Registry = {
    kinds: [
      {
        kind: 'test.note',
        name: { ja: 'ひとこと', easy: 'ひとこと', en: 'Note', ko: '한마디' },
        excerptOf: async (_db, id) => notes.get(id)?.text,
        authorOf: async (_db, id) => notes.get(id)?.author ?? null,
        pathOf: async (_db, id) => `/notes/${id}`,
      },
    ],
    say: async (_tx, _ctx, one) => {
      said.push(one)
    },
  }
  return { notes, said, registry }
}

/** A resident with an account, as far as this chapter knows of one. */
export const writer: Actor = { id: 'res_writer', name: 'つしま', duties: [] }
export const moderators = {
  first: people.author,
  second: people.head,
  reader: people.viewer,
  officer: { id: 'per_dpo', name: '総務課長', duties: [dutyOf('data-protection-officer')] },
} as const satisfies Record<string, Actor>
