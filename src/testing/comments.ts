import { clock, dutyOf } from '#domains/staff/roles.ts'
import { makeCase, makeReady, takeDraft } from '#domains/voices/comment/actions/cases.ts'
import { handIn } from '#domains/voices/comment/actions/hand.ts'
import { turn } from '#domains/voices/comment/actions/turn.ts'
import { ja } from '#domains/voices/comment/messages/desk-ja.ts'
import { standing, workflow } from '#domains/voices/comment/workflow.ts'
import { type Actor, anonymous } from '#platform/actor.ts'
import { addDays, localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import { people } from './people.ts'

const section = people.officer.department
const about = { section }
const head = { ...people.officer, duties: [dutyOf('section-head', { sections: [section] })] }

/** The chapter of public comments for docs/permissions.md. */
export const commentChapter = {
  folder: 'voices/comment',
  title: '意見募集(voices/comment)',
  workflow,
  actions: ja.actions,
  states: ja.states,
  standings: ja.standings,
  columns: [
    ['住民', standing(people.resident, about)],
    ['監査', standing(people.viewer, about)],
    ['ほかの課の職員', standing(people.other, about)],
    ['課の職員', standing(people.officer, about)],
    ['課の所属長', standing(head, about)],
    ['事務局', standing(people.author, about)],
  ],
  notes: [
    '結果を出した人は、その決裁ができません(表 `voice_comment_case` の CHECK も同じことを約束します)。上の表は、出していない人についてです。',
    '最初の日の公表と、最後の日の次の日の締め切りは、時計がします。',
    '出した人の名前と住所は別の表に封をしてあり、開くたびに目的とともに台帳に残ります。',
  ],
} as const

/** A draft that is open today, and one comment on it. */
export async function commentOnce(
  as: (actor: Actor) => Ctx,
  { text, name }: { readonly text: string; readonly name: string },
): Promise<void> {
  const office = as(people.author)
  const today = localDate(office.now)
  const made = await makeCase(office, {
    ...{ title: '指針(案)', basis: 'other', reason: '新しくします。', section, contact: '本部' },
    ...{ planYear: null, opensOn: today, closesOn: addDays(today, 29), shortReason: '' },
  })
  await makeReady(office, await takeDraft(office, made, 'みんなで進めます。'))
  await turn(as(clock))
  await handIn(as(anonymous), made.id, {
    ...{ channel: 'web', receivedOn: today, language: 'ja', tie: 'resident' },
    ...{ passage: 1, original: { text, place: '' }, contact: null },
    person: { name, address: '国分1441', mail: '' },
  })
}
