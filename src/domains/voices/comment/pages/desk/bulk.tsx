import { inJapanese } from '#design/desk-tongue.ts'
import { paperWords } from '../../../messages/paper.ts'
import { SheetFaults, SheetFresh, SheetHandIn } from '../../../pages/paper/sheet-parts.tsx'
import type { CellFault } from '../../../rules/rows.ts'
import type { CommentCase } from '../../case.ts'
import { deskWords, sayCell } from '../../messages/desk.ts'
import type { CellReason } from '../../rules/rows.ts'
import { urls } from '../../urls.ts'
import { type Desk, Frame } from './frame.tsx'

interface BulkProps extends Desk {
  readonly one: CommentCase
}

const crumbsOf = ({ view, one }: BulkProps) => [
  { text: one.title, path: urls.work(one.id), ...inJapanese(view) },
]

/** 表から受け付ける: the form to download, and the filled-in one to look through. */
export function BulkPage(props: BulkProps & { readonly fault?: string | undefined }) {
  const { view, one, fault } = props
  const w = deskWords(view)
  return (
    <Frame {...props} narrow title={w.bulk} lead={w.bulkLead} crumbs={crumbsOf(props)}>
      <SheetHandIn
        view={view}
        action={urls.bulk(one.id)}
        template={urls.template(one.id)}
        hint={w.bulkHint}
        fault={fault}
      />
    </Frame>
  )
}

export interface BulkCheckProps extends BulkProps {
  /** Where the file lies: the page is made from it anew, and nothing of it is a comment yet. */
  readonly file: string
  readonly faults: readonly CellFault<CellReason>[]
  readonly fresh: number
  readonly known: number
}

/** 受け付ける前の確認: what it would add; or what has to be mended, cell by cell. */
export function BulkCheckPage(props: BulkCheckProps) {
  const { view, one, file, faults, fresh, known } = props
  const w = deskWords(view)
  const p = paperWords(view)
  const back = { view, back: urls.bulk(one.id), backText: p.again }
  const crumbs = [...crumbsOf(props), { text: w.bulk, path: urls.bulk(one.id) }]
  if (faults.length)
    return (
      <Frame {...props} title={p.sheetFaults} lead={p.sheetFaultsLead} crumbs={crumbs}>
        <SheetFaults {...back} faults={faults} sayReason={(reason) => sayCell(view, reason)} />
      </Frame>
    )
  return (
    <Frame {...props} narrow title={p.checkTitle} lead={p.checkLead} crumbs={crumbs}>
      <SheetFresh
        {...back}
        counts={[[p.toTake, w.fresh(fresh)], ...(known ? [[p.done, w.known(known)] as const] : [])]}
        isNew={fresh > 0}
        nothingNew={w.nothingNew}
        accept={w.acceptRows(fresh)}
        action={urls.bulkCheck(one.id, file)}
      />
    </Frame>
  )
}
