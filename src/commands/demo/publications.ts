import { approve, publish, submit } from '#domains/publications/actions/publish.ts'
import { compose, edit } from '#domains/publications/actions/write.ts'
import type { Content, YearPicture } from '#domains/publications/publication.ts'
import { editionById } from '#domains/publications/store/editions.ts'
import type { Actor } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import type { Files } from '#platform/files.ts'
import { found } from '#platform/result.ts'
import { houseOf } from '../../house.ts'

/** What demo/edition-2012.json says; the picture is one of the year's. */
export type EditionText = Content & { readonly caption: string }

interface Cast {
  readonly on: (day: string, actor: Actor) => Ctx
  readonly author: Actor
  readonly head: Actor
}

/** An address that leads nowhere: what is printed in the demonstration is no city's own. */
const origin = 'https://kyodo.tsushima.example'

/** 中間報告: composed of the reports of half a year, approved by another person, published. */
export async function editionDemo(
  { on, author, head }: Cast,
  files: Files,
  fiscalYear: number,
  content: EditionText,
): Promise<void> {
  const house = houseOf(origin, files)
  const id = await compose(on('2012-11-02', author), fiscalYear)
  const writing = on('2012-11-06', author)
  const { version, planId } = found(await editionById(writing.db, id))
  const { caption, ...written } = content
  const [picture] = await house.pictures(writing.db, planId)
  const shown = picture ? { picture: { ...kept(picture), caption } } : {}
  await edit(writing, id, version, { ...written, ...shown })
  await submit(on('2012-11-07', author), id, house, true)
  await approve(on('2012-11-09', head), id, house, true)
  await publish(on('2012-11-12', author), id, house)
}

const kept = ({ id, title, key, width, height, by }: YearPicture): YearPicture => ({
  id,
  title,
  key,
  width,
  height,
  by,
})

/** 年度末の版, begun and not yet written. */
export async function yearEndDemo({ on, author }: Cast, fiscalYear: number): Promise<void> {
  await compose(on('2013-03-05', author), fiscalYear)
}
