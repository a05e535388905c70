/** 項目の辞書: what each column of the open data holds; it goes along with the JSON. */
export const columns = [
  { name: '番号', key: 'code', means: '計画の項目の番号', values: '1-1 の形' },
  { name: '施策', key: 'measure', means: '施策の番号', values: '整数' },
  { name: '項目', key: 'title', means: '項目の名前', values: '文字' },
  { name: '主体', key: 'lead', means: 'だれが主に行うか', values: '市民、市、市民と市、未定' },
  { name: '担当', key: 'section', means: '報告を求められた課', values: '文字' },
  {
    name: '進捗区分',
    key: 'standing',
    means: 'どの市の、どの年度とも比べられる区分',
    values: 'done on-track behind not-started stopped not-assessable unreported',
  },
  {
    name: '進捗',
    key: 'standing',
    means: '同じことを日本語で',
    values: '終わった、予定どおりなど',
  },
  { name: '市の区分', key: 'value', means: '市の尺度での値', values: '市が決めた言葉' },
  { name: 'したこと', key: 'result', means: '担当課の報告', values: '文字' },
  { name: '報告日', key: 'on', means: '報告が確認された日', values: 'YYYY-MM-DD、なければ空' },
  {
    name: '市民側の団体',
    key: 'group',
    means: '自分の受け持ちを報告した団体',
    values: '文字、なければ空',
  },
  {
    name: '市民側の区分',
    key: 'group',
    means: '団体が報告した値',
    values: '市が決めた言葉、なければ空',
  },
  {
    name: '注意',
    key: 'alarms',
    means: '気をつけて見ていること。空白で区切る',
    values: 'silent stalled off-line no-owner',
  },
] as const
