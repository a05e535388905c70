import { dutyOf } from '#domains/staff/roles.ts'
import { approve, submit } from '#domains/voices/actions/points.ts'
import { receive, type Told } from '#domains/voices/actions/receive.ts'
import { triage } from '#domains/voices/actions/triage.ts'
import type { Point, PointId } from '#domains/voices/point.ts'
import { pointById } from '#domains/voices/store/points.ts'
import { voiceById } from '#domains/voices/store/voices.ts'
import { noSender, type Voice, type VoiceId } from '#domains/voices/voice.ts'
import { type Actor, anonymous } from '#platform/actor.ts'
import { must } from '#platform/must.ts'
import type { Browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'

export const [ours, theirs] = ['地域再生推進本部', '総務部'] as const

/** Heads beside the officers of the same sections. */
const head = (id: `per_${string}`, section: string): Actor => ({
  id,
  name: `${section}長`,
  duties: [dutyOf('section-head', { sections: [section] })],
  department: section,
})
export const heads = { ours: head('per_headours', ours), theirs: head('per_headtheirs', theirs) }

export const told = (text: string, over: Partial<Told> = {}): Told => ({
  channel: 'web',
  receivedOn: '2013-03-06',
  language: 'ja',
  sender: 'individual',
  ageBand: '70s',
  district: null,
  replyBy: 'none',
  mayPublish: true,
  original: { text, place: '' },
  person: noSender,
  contact: null,
  ...over,
})

export const taken = async (
  site: Browser,
  text: string,
  over: Partial<Told> = {},
): Promise<Voice> => (await receive(site.ctx(anonymous), told(text, over))).voice

export const voiceNow = async (site: Browser, id: VoiceId): Promise<Voice> =>
  must(await voiceById(site.db, id), id)
export const pointNow = async (site: Browser, id: PointId): Promise<Point> =>
  must(await pointById(site.db, id), id)

/** A voice that was split into points of the sections, by the actions. */
export async function split(site: Browser, text: string, sections: readonly string[]) {
  const voice = await taken(site, text)
  const outlined = sections.map((section, i) => ({
    gist: `要旨${i + 1}`,
    kind: 'request' as const,
    topic: 'traffic',
    section,
  }))
  return triage(site.ctx(people.author), voice, outlined)
}

/** Writes and approves the answer of a point, by whoever serves in its section. */
export async function answeredBy(
  site: Browser,
  point: Point,
  by: { readonly officer: Actor; readonly head: Actor },
  promised: { readonly text: string; readonly followUpOn: string } | null = null,
) {
  const disposition = promised ? 'considering' : 'done'
  const answer = { text: '直しました。', disposition, promised }
  const handed = await submit(site.ctx(by.officer), point, answer)
  return approve(site.ctx(by.head), handed.point)
}
