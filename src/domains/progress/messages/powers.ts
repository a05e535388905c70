import type { ProgressAction, Standing } from '../workflow.ts'

type In<Words> = { readonly ja: Words; readonly en: Words }

/** 立場: how somebody stands to a report. */
export const progressStandings: In<Record<Standing, string>> = {
  ja: {
    anyone: 'だれでも',
    reader: '進み方を読む人',
    section: '担当の課の職員',
    head: '担当の課の所属長',
    confirmer: '出した本人でない、確かめる人',
    secretariat: '事務局',
    group: 'リンクから報告する団体',
  },
  en: {
    anyone: 'Anyone',
    reader: 'Reads the work',
    section: 'Staff of the section in charge',
    head: 'Head of the section in charge',
    confirmer: 'Confirms, and did not hand it in',
    secretariat: 'Secretariat',
    group: 'A group that came by its link',
  },
}

/** 操作: what the workflow table names, as people say it. */
export const progressActions: In<Record<ProgressAction, string>> = {
  ja: {
    planRound: '照会を予定する',
    editRound: '照会を直す',
    openRound: '照会を始める',
    closeRound: '照会を締め切る',
    askGroup: '団体に報告を頼む',
    reassign: 'ほかの課に頼む',
    saveDraft: '報告の下書きをする',
    submit: '報告を出す',
    takeBack: '出した報告を取り戻す',
    confirm: '報告を確かめて公開する',
    giveBack: '報告を差し戻す',
    explain: '注意の印に説明を書く',
    setTerms: '尺度と条件を決める',
    readWork: '公開前の報告を読む',
    read: '公開した報告を読む',
    noteDifference: '市と団体の違いを書きとめる',
    renewLink: '団体のリンクを新しくする',
    renewAppeal: '見えなくした団体の報告のリンクを出す',
    typeForGroup: '団体の報告を代わりに打つ',
    withdrawAsking: '団体への頼みを取り下げる',
    addFile: '報告に写真と資料を足す',
    removeFile: '報告から写真と資料を取り外す',
    withdrawFile: '出した報告から写真と資料を取り下げる',
  },
  en: {
    planRound: 'Plan a round',
    editRound: 'Change a round',
    openRound: 'Open a round',
    closeRound: 'Close a round',
    askGroup: 'Ask a group to report',
    reassign: 'Ask another section',
    saveDraft: 'Draft a report',
    submit: 'Hand in a report',
    takeBack: 'Take a report back',
    confirm: 'Confirm and publish a report',
    giveBack: 'Give a report back',
    explain: 'Explain an alarm',
    setTerms: 'Set scales and terms',
    readWork: 'Read reports before they are public',
    read: 'Read public reports',
    noteDifference: 'Note how city and group differ',
    renewLink: 'Renew the link of a group',
    renewAppeal: 'Give out a link to appeal for a hidden report',
    typeForGroup: 'Type the report of a group',
    withdrawAsking: 'Withdraw the request to a group',
    addFile: 'Add pictures and files to a report',
    removeFile: 'Take pictures and files off a report',
    withdrawFile: 'Withdraw pictures and files from a report handed in',
  },
}
