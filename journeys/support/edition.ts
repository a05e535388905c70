import { readFileSync } from 'node:fs'
import type { Press } from '#domains/publications/files.ts'
import type { Content, Figures, Issue } from '#domains/publications/publication.ts'
import { fingerprintOf } from '#platform/fingerprint.ts'
import type { SiteProfile } from '#platform/site.ts'
import { demoJson } from './files.ts'

interface Recorded extends Omit<Issue, 'at' | 'isProof'> {
  readonly publishedAt: string
}

const beside = (name: string) => readFileSync(new URL(name, import.meta.url))

/** An edition as it was published, from its record, with a picture: what the typesetter is looked at by. */
export async function sampleEdition() {
  const { publishedAt, ...record } = JSON.parse(beside('edition.json').toString()) as Recorded
  // 浜と山: drawn, so that nobody stands on it.
  const photo = new Uint8Array(beside('edition-photo.jpg'))
  const hash = fingerprintOf(photo)
  const content: Content = {
    ...record.content,
    picture: {
      id: 'pfl_sample',
      key: `${hash.slice(0, 2)}/${hash}`,
      title: '絵: 山に囲まれた入り江の浜と、沖の小さな舟',
      by: '地域再生推進本部',
      width: 1600,
      height: 1067,
      caption: '区ごとに清掃を続けている浜(絵)',
    },
  }
  const issue: Issue = { ...record, content, at: new Date(publishedAt), isProof: false }
  const press: Press = {
    site: demoJson<SiteProfile>('site.json'),
    origin: 'https://kyodo.tsushima.example',
    read: async () => photo,
  }
  return { issue, press, figures: issue.figures satisfies Figures }
}
