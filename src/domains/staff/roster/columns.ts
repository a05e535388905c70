/** 人事異動名簿 — the one list of columns: template, instructions and reader are made of it. */
export const columnKeys = [
  'employeeNo',
  'name',
  'email',
  'phone',
  'division',
  'section',
  'post',
  'rank',
  'main',
  'from',
  'until',
  'roles',
] as const
export type ColumnKey = (typeof columnKeys)[number]

export interface Column {
  readonly key: ColumnKey
  readonly label: string
  /** Other names by which the column is found. */
  readonly also: readonly string[]
  readonly width: number
  /** The column itself must be there. */
  readonly required: boolean
  readonly max: number
  readonly explanation: string
}

/** The sheet that is read back in; the other one explains. */
export const sheetName = '名簿'

export const rankWords = { head: '○', deputy: '代理', member: '' } as const
export const mainWords = { main: '本務', other: '兼務' } as const

const column = (
  key: ColumnKey,
  label: string,
  also: readonly string[],
  [width, max]: readonly [number, number],
  explanation: string,
  required = false,
): Column => ({ key, label, also, width, max, required, explanation })

// biome-ignore format: a table is read in columns
export const columns: readonly Column[] = [
  column('employeeNo', '職員番号', ['番号', '職員No', '職員コード'], [12, 20], '人を見分ける番号です。改姓しても変わりません。ない人は空欄にすると、メールか氏名で見分けます。', true),
  column('name', '氏名', ['名前', '職員氏名'], [18, 60], '発効日からの氏名です。', true),
  column('email', 'メール', ['メールアドレス', 'Eメール'], [28, 120], '新しい人だけ必要です。すでにいる人のメールは、ここでは変わりません。'),
  column('phone', '電話', ['内線', '電話番号'], [14, 30], '仕事の電話です。'),
  column('division', '部', ['部名', '所属部'], [18, 60], '部の名前です。課だけの組織では空欄にします。'),
  column('section', '課', ['課名', '所属課', '所属'], [20, 60], '課の名前です。部長など、課に属さない人は空欄にします。', true),
  column('post', '役職', ['職名', '補職名'], [16, 60], '課長、係長、主事など。空欄は「担当」になります。'),
  column('rank', '所属長(○)/代理', ['所属長', '所属長・代理', '所属長/代理'], [14, 10], '所属長は○、不在のときに代わる人は「代理」、ほかは空欄です。'),
  column('main', '本務・兼務', ['本務/兼務', '本兼'], [12, 10], '空欄は本務です。兼務は、行を足して「兼務」と書きます。'),
  column('from', '開始日', ['発令日', '開始'], [14, 20], '空欄は、名簿の発効日からです。'),
  column('until', '終了日', ['終了', '任期'], [14, 20], '決まっているときだけ書きます。その日までを含みます。'),
  column('roles', '役割', ['権限', '付与する役割'], [22, 200], '事務局、協働推進員など。2つ以上は「、」で区切ります。この列があると、書かれていない役割は終わります。'),
]

/** As people write a head: with spaces, full-width letters, brackets of both kinds. */
export const headKey = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s・･/()（）]/g, '')
    .toLowerCase()
