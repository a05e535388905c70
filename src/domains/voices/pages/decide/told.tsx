import { Notice } from '#design/notice.tsx'
import type { View } from '#design/view.ts'
import { type DecideWords, decideWords } from '../../messages/decide.ts'
import { type Next, NextLine } from '../work/frame.tsx'

type Told = keyof DecideWords['told']
const isTold = (key: string, w: DecideWords): key is Told => Object.hasOwn(w.told, key)

/** `?told=shown`: what has just been done; only known keys say anything. */
export function ToldNotice({
  view,
  next,
}: {
  readonly view: View
  readonly next?: Next | undefined
}) {
  const w = decideWords(view)
  const key = new URLSearchParams(view.query).get('told') ?? ''
  if (!isTold(key, w)) return null
  return (
    <Notice view={view} kind="success" live>
      <p>{w.told[key]}</p>
      {next && <NextLine view={view} next={next} />}
    </Notice>
  )
}
