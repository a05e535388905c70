import { districtNameIn, districts } from '#domains/districts/index.ts'
import type { Tongue } from '#domains/residents/index.ts'
import type { Reader } from '#platform/database.ts'
import { isId } from '#platform/id.ts'
import { plain } from '#platform/ruby.ts'
import { addressOf } from '../rules/asked.ts'
import { voiceNumbered } from '../store/shown.ts'
import { allTerms } from '../store/terms.ts'
import { voiceById } from '../store/voices.ts'
import { districtSubject, subjectNames, topicSubject } from '../subjects.ts'
import { defaultTerms, type VoiceTerms } from '../terms.ts'
import { urls } from '../urls.ts'

export interface VoiceSubject {
  readonly id: string
  readonly title: string
  readonly path: string
}

/** What can be followed under this name; a voice may be called by its number, which stands on paper. */
export async function voiceSubject(
  db: Reader,
  name: string,
  locale: Tongue,
): Promise<VoiceSubject | undefined> {
  const [, kind, of = ''] = /^voices-(topic|district):([\w-]+)$/.exec(name) ?? []
  if (kind) return (await lists(db, locale)).find(({ id }) => id === `voices-${kind}:${of}`)
  const id = isId('voi', name)
    ? name
    : /^V\d{4}-\d+-\d$/.test(name)
      ? await voiceNumbered(db, name)
      : undefined
  const voice = id && (await voiceById(db, id))
  if (!voice) return undefined
  const title = plain(subjectNames[locale].voice(voice.number))
  return { id: voice.id, title, path: urls.one(voice.number) }
}

/** The topics and districts of the city, for whoever takes a wish down at the counter. */
export const voiceSubjects = lists

async function lists(db: Reader, locale: Tongue): Promise<readonly VoiceSubject[]> {
  const names = subjectNames[locale]
  const { topics } = await newestTerms(db)
  return [
    ...topics.map((one) => ({
      id: topicSubject(one.key),
      title: plain(names.topic(one[locale])),
      path: addressOf(urls.list, { topic: one.key }),
    })),
    ...(await districts(db)).map((one) => ({
      id: districtSubject(one.id),
      title: plain(names.district(districtNameIn(one, locale))),
      path: addressOf(urls.list, { district: one.id }),
    })),
  ]
}

/** What is followed outlives the day: topics by the last word that the city has said of them. */
async function newestTerms(db: Reader): Promise<Pick<VoiceTerms, 'topics'>> {
  const [newest] = (await allTerms(db)).toSorted((a, b) => (a.from < b.from ? 1 : -1))
  return newest?.terms ?? defaultTerms
}
