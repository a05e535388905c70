import type { Locale } from '../view.ts'

/** Why a picture or a file that was handed in is not taken. What staff alone can meet stands in `refusals`. */
export const uploadRefusals: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  ja: {
    'file-needed': 'ファイルを選んでください',
    'file-old-office': '古い形式です。.xlsx か .docx で保存し直してください',
    'picture-too-large': '写真が大きすぎます。小さくしてから選んでください',
    'file-title-needed': '何が写っているか、何の資料かを書いてください',
    'consent-needed': '写っている人の了解を確かめて、印を付けてください',
    'file-there-already': '同じファイルが、もう足してあります',
    'too-many-pictures': '写真は6枚までです。ほかの写真を外してから足してください',
    'too-many-files': '資料は6つまでです。ほかの資料を外してから足してください',
  },
  easy: {
    'file-needed': 'ファイルを {選|えら}んで ください',
    'file-old-office':
      '{古|ふる}い {形|かたち}の ファイルです。.xlsx か .docx で {保存|ほぞん}して ください',
    'file-other-kind': 'この {種類|しゅるい}の ファイルは {出|だ}せません',
    'file-broken': 'ファイルが こわれて います',
    'file-encrypted': 'パスワードの ある ファイルは {出|だ}せません',
    'file-too-large': 'ファイルが {大|おお}きすぎます',
    'file-empty': 'ファイルの {中|なか}に {何|なに}も ありません',
    'picture-too-large': '{写真|しゃしん}が {大|おお}きすぎます',
    'file-title-needed': '{何|なに}が {写|うつ}って いるかを {書|か}いて ください',
    'consent-needed':
      '{写|うつ}って いる {人|ひと}が よいと {言|い}ったか たしかめて、しるしを つけて ください',
    'file-there-already': '{同|おな}じ ファイルが もう あります',
    'too-many-pictures': '{写真|しゃしん}は 6{枚|まい}までです',
    'too-many-files': '{資料|しりょう}は 6つまでです',
  },
  en: {
    'file-needed': 'Please choose a file',
    'file-old-office': 'This is an old format. Please save it as .xlsx or .docx',
    'picture-too-large': 'The picture is too large. Please make it smaller first',
    'file-title-needed': 'Please say what the picture shows or what the file is',
    'consent-needed': 'Please make sure that the people in the picture agree, and tick the box',
    'file-there-already': 'The same file is there already',
    'too-many-pictures': 'There is room for 6 pictures. Please take another one off first',
    'too-many-files': 'There is room for 6 files. Please take another one off first',
  },
  ko: {
    'file-needed': '파일을 선택해 주세요',
    'file-old-office': '오래된 형식입니다. .xlsx 또는 .docx로 다시 저장해 주세요',
    'file-other-kind': '이 종류의 파일은 받을 수 없습니다',
    'file-broken': '파일이 손상되었습니다',
    'file-encrypted': '암호가 걸린 파일은 읽을 수 없습니다',
    'file-too-large': '파일이 너무 큽니다',
    'file-empty': '파일이 비어 있습니다',
    'picture-too-large': '사진이 너무 큽니다. 크기를 줄인 뒤 선택해 주세요',
    'file-title-needed': '무엇이 찍혀 있는지, 무슨 자료인지 써 주세요',
    'consent-needed': '사진에 나온 사람의 동의를 확인하고 표시해 주세요',
    'file-there-already': '같은 파일이 이미 있습니다',
    'too-many-pictures': '사진은 6장까지입니다. 다른 사진을 뺀 뒤 추가해 주세요',
    'too-many-files': '자료는 6개까지입니다. 다른 자료를 뺀 뒤 추가해 주세요',
  },
}
