import { Notice } from '#design/notice.tsx'
import type { View } from '#design/view.ts'
import { type DecideWords, decideWords } from '../../messages/decide.ts'

type Told = keyof DecideWords['told']
const isTold = (key: string, w: DecideWords): key is Told => Object.hasOwn(w.told, key)

/** `?told=shown`: what has just been done; only known keys say anything. */
export function ToldNotice({ view }: { readonly view: View }) {
  const w = decideWords(view)
  const key = new URLSearchParams(view.query).get('told') ?? ''
  if (!isTold(key, w)) return null
  return (
    <Notice view={view} kind="success" live>
      <p>{w.told[key]}</p>
    </Notice>
  )
}
