import { paperWords } from '../../messages/paper.ts'
import type { CellFault } from '../../rules/rows.ts'
import type { CellReason } from '../../rules/sheet.ts'
import { paperUrls } from '../../urls.ts'
import { type Desk, Frame } from './frame.tsx'
import { SheetFaults, SheetFresh, SheetHandIn } from './sheet-parts.tsx'

/** 表から受け付ける: the form to download, and the filled-in one to look through. */
export function SheetPage(props: Desk & { readonly fault?: string | undefined }) {
  const { view, fault } = props
  const w = paperWords(view)
  return (
    <Frame {...props} title={w.sheet} here="sheet" lead={w.sheetLead}>
      <SheetHandIn
        view={view}
        action={paperUrls.sheet}
        template={paperUrls.template}
        hint={w.fileHint}
        fault={fault}
      />
    </Frame>
  )
}

export interface SheetCheckProps extends Desk {
  /** Where the file lies: the page is made from it anew, and nothing of it is a voice yet. */
  readonly file: string
  readonly faults: readonly CellFault<CellReason>[]
  readonly fresh: number
  readonly known: number
}

/** 受け付ける前の確認: what it would add; or what has to be mended, cell by cell. */
export function SheetCheckPage(props: SheetCheckProps) {
  const { view, file, faults, fresh, known } = props
  const w = paperWords(view)
  const back = { view, back: paperUrls.sheet, backText: w.again }
  if (faults.length)
    return (
      <Frame {...props} title={w.sheetFaults} here="sheet" lead={w.sheetFaultsLead}>
        <SheetFaults {...back} faults={faults} sayReason={(reason) => w.sheetReasons[reason]} />
      </Frame>
    )
  return (
    <Frame {...props} title={w.checkTitle} here="sheet" lead={w.checkLead}>
      <SheetFresh
        {...back}
        counts={[[w.toTake, w.fresh(fresh)], ...(known ? [[w.done, w.known(known)] as const] : [])]}
        isNew={fresh > 0}
        nothingNew={w.nothingNew}
        accept={w.accept(fresh)}
        action={paperUrls.sheetCheck(file)}
      />
    </Frame>
  )
}
