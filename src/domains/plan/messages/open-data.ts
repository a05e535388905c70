import type { Column } from '../intake/columns.ts'
import type { Locale } from '../plan.ts'

type Kinds = Readonly<Record<Column['kind'], string>>

const kinds = {
  ja: {
    code: '番号',
    text: '文字',
    'long-text': '文章',
    list: '「、」区切り',
    choice: '選択',
    number: '数',
    yen: '円',
    date: '日付',
    id: 'ID',
  },
  en: {
    code: 'number',
    text: 'text',
    'long-text': 'long text',
    list: 'list, separated by 、',
    choice: 'choice',
    number: 'number',
    yen: 'yen',
    date: 'date (ISO 8601)',
    id: 'id',
  },
} satisfies Record<'ja' | 'en', Kinds>

const ja = {
  lead: '計画の内容は、自由に使える形で公開しています。だれでも、許可なく使えます。',
  licence: '使い方のきまり',
  credit: (city: string) => `「${city}」と出どころを書いてください`,
  api: 'プログラムから読む',
  files: '年度ごとのファイル',
  year: '年度',
  columns: '列の説明',
  columnsLead: 'CSVとExcelの列の名前と意味です。CSVは UTF-8(BOM付き)、改行は CRLF です。',
  showColumns: (n: number) => `${n}列の説明を見る`,
  column: '列の名前',
  kind: '種類',
  meaning: '意味',
  kinds: kinds.ja as Kinds,
}
const easy: typeof ja = {
  ...ja,
  lead: '{計画|けいかく}のデータです。だれでも{使|つか}うことができます。',
  licence: '{使|つか}うときのきまり',
  credit: (city) => `「${city}」の{名前|なまえ}を{書|か}いてください`,
  api: 'プログラムで{読|よ}む',
  files: '{年|とし}ごとのファイル',
  year: '{年|とし}',
  columns: '{列|れつ}の{説明|せつめい}',
  columnsLead: 'CSVとExcelの{列|れつ}の{名前|なまえ}と{意味|いみ}です。',
  showColumns: (n) => `${n}{列|れつ}の{説明|せつめい}を{見|み}る`,
  column: '{名前|なまえ}',
  kind: '{種類|しゅるい}',
  meaning: '{意味|いみ}',
  kinds: {
    code: '{番号|ばんごう}',
    text: '{文字|もじ}',
    'long-text': '{文章|ぶんしょう}',
    list: '「、」で{分|わ}けます',
    choice: '{選|えら}びます',
    number: '{数|かず}',
    yen: '{円|えん}',
    date: '{日|ひ}',
    id: 'ID',
  },
}
const en: typeof ja = {
  lead: 'The plan is published as open data. Anyone may use it without asking.',
  licence: 'Licence',
  credit: (city) => `please name “${city}” as the source`,
  api: 'For programs',
  files: 'Files by year',
  year: 'Year',
  columns: 'What the columns mean',
  columnsLead: 'Columns of the CSV and Excel files. The CSV is UTF-8 with BOM and CRLF.',
  showColumns: (n) => `Show what the ${n} columns mean`,
  column: 'Column',
  kind: 'Kind',
  meaning: 'Meaning',
  kinds: kinds.en,
}
const ko: typeof ja = {
  lead: '계획의 내용은 누구나 자유롭게 쓸 수 있는 형태로 공개합니다.',
  licence: '이용 조건',
  credit: (city) => `출처로 “${city}”을(를) 밝혀 주세요`,
  api: '프로그램에서 읽기',
  files: '연도별 파일',
  year: '연도',
  columns: '열 설명',
  columnsLead: 'CSV와 Excel의 열 이름과 뜻입니다. CSV는 UTF-8(BOM), 줄바꿈은 CRLF입니다.',
  showColumns: (n) => `열 ${n}개의 설명 보기`,
  column: '열 이름',
  kind: '종류',
  meaning: '뜻(영어)',
  kinds: {
    code: '번호',
    text: '문자',
    'long-text': '문장',
    list: '「、」로 구분',
    choice: '선택',
    number: '수',
    yen: '엔',
    date: '날짜(ISO 8601)',
    id: 'ID',
  },
}

export const openDataWords: Readonly<Record<Locale, typeof ja>> = { ja, easy, en, ko }
