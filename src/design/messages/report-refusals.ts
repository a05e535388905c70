import type { Locale } from '../view.ts'

/** Why a report of a year's work cannot be handed in as it is. */
export const reportRefusals: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  ja: {
    'nothing-new': '前回と同じです。変わったところを書くか、変わりがない理由を選んでください',
    'value-needed': '区分を選んでください',
    'result-needed': 'したことを書いてください',
    'reason-for-value': 'やめた、評価できないときは、課題に理由を書いてください',
    'reading-needed': '実績を書くか、測れない理由を書いてください',
    'round-closed': 'この照会は締め切られています',
  },
  easy: {
    'value-needed': 'どこまで {進|すす}んだかを {選|えら}んで ください',
    'result-needed': 'したことを {書|か}いて ください',
    'reason-for-value': 'やめた ときは {理由|りゆう}を {書|か}いて ください',
    'reading-needed': '{数|かず}か、{数|かぞ}えられない {理由|りゆう}を {書|か}いて ください',
    'round-closed': '{受付|うけつけ}は {終|お}わりました',
  },
  en: {
    'nothing-new':
      'This is what was said last time. Please write what is new, or choose why nothing has changed',
    'value-needed': 'Please choose the status',
    'result-needed': 'Please say what was done',
    'reason-for-value': 'If it was stopped or cannot be assessed, please say why under issues',
    'reading-needed': 'Please give the figure, or say why it cannot be measured',
    'round-closed': 'This round is closed',
  },
  ko: {
    'value-needed': '진행 상황을 선택해 주세요',
    'result-needed': '한 일을 써 주세요',
    'reason-for-value': '중단했거나 평가할 수 없을 때는 이유를 써 주세요',
    'reading-needed': '실적을 쓰거나 잴 수 없는 이유를 써 주세요',
    'round-closed': '접수가 끝났습니다',
  },
}
