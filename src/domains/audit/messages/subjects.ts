/**
 * What an entry is of that has no id of its own: all notices, all files of a kind. The ledger names them so because
 * nobody is to be found by them; a reader is told in words.
 */
// biome-ignore format: a table is read in columns
const subjects: Readonly<Record<string, readonly [ja: string, en: string]>> = {
  'city-map':          ['市の地図', 'The city’s map'],
  comments:            ['意見募集の全体', 'All public comments'],
  guidelines:          ['投稿の約束ごと', 'Guidelines of moderation'],
  liaisons:            ['推進員の全体', 'All liaisons'],
  notices:             ['お知らせの全体', 'All notices'],
  'progress.file':     ['報告の写真と資料', 'Files of reports'],
  'progress.sheet':    ['取り込んだ進捗の表', 'Sheets of progress'],
  residents:           ['住民の全体', 'All residents'],
  site:                ['サイト', 'The site'],
  voice:               ['市民の声の取り扱い', 'Handling of voices'],
  voices:              ['市民の声の全体', 'All voices'],
  'voice.file':        ['市民の声の写真と資料', 'Files of voices'],
  words:               ['言葉の一覧', 'The list of words'],
}

const column = (at: 0 | 1) =>
  Object.fromEntries(Object.entries(subjects).map(([key, words]) => [key, words[at]]))

export const subjectWords: Readonly<
  Record<'ja' | 'easy' | 'en' | 'ko', Readonly<Record<string, string>>>
> = { ja: column(0), easy: column(0), en: column(1), ko: column(1) }
