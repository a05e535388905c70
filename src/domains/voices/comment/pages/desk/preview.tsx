import { inJapanese } from '#design/desk-tongue.ts'
import { deskWords } from '../../messages/desk.ts'
import { urls } from '../../urls.ts'
import { ResultBody, type ResultBodyProps } from '../result.tsx'
import { type Desk, Frame } from './frame.tsx'

/** 公表する前の結果: what whoever decides on it decides on, as everybody will read it. */
export function PreviewPage(props: Desk & ResultBodyProps) {
  const { view, one } = props
  const w = deskWords(view)
  return (
    <Frame
      {...props}
      title={w.preview}
      lead={w.previewLead}
      crumbs={[{ text: one.title, path: urls.work(one.id), ...inJapanese(view) }]}
    >
      <ResultBody {...props} />
    </Frame>
  )
}
