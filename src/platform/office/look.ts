import type { CellStyle } from 'hucre/xlsx'
import type { SheetColumn } from './sheet.ts'

/** The look of the printed plan, in a workbook. Colours with their alpha: Excel wants eight digits. */
const ink = { rgb: 'FF163F5F' }
const sea = { rgb: 'FF1D6C67' }
const hair = { rgb: 'FFB4C6C7' }
const grey = { rgb: 'FF6B7780' }

const filled = (rgb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb } }) as const

const thin = { style: 'thin', color: hair } as const
const framed = { top: thin, right: thin, bottom: thin, left: thin }

export const titleStyle: CellStyle = {
  font: { bold: true, size: 14, color: { rgb: 'FFFFFFFF' } },
  fill: filled(ink.rgb),
  alignment: { vertical: 'center', indent: 1 },
}

export const hintStyle: CellStyle = {
  font: { size: 9, color: grey },
  alignment: { vertical: 'center', indent: 1 },
}

export const headerStyle: CellStyle = {
  font: { bold: true, color: ink },
  fill: filled('FFE4EEED'),
  border: { ...framed, top: { style: 'medium', color: sea } },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
}

const formats = {
  text: '@',
  id: '@',
  number: 'General',
  yen: '#,##0',
  percent: '0%',
  date: '[$-411]ggge"年"m"月"d"日"',
} as const

export function cellStyle({ kind = 'text', align, input }: SheetColumn): CellStyle {
  const horizontal = align ?? (kind === 'date' || kind === 'id' ? 'center' : undefined)
  return {
    font: kind === 'id' ? { size: 9, color: grey } : {},
    ...(kind === 'id' ? { fill: filled('FFF0F1F1') } : input ? { fill: filled('FFFFFBE6') } : {}),
    border: framed,
    alignment: {
      vertical: 'center',
      wrapText: kind !== 'id',
      ...(horizontal ? { horizontal } : {}),
    },
    numFmt: formats[kind],
  }
}
