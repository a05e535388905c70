import type { Fault } from '#platform/form.ts'
import { deskTongue } from '../desk-tongue.ts'
import { isOnDesk, type View } from '../view.ts'

type Words = Readonly<Record<Fault, string>>

/** What is wrong with a field, where the chapter has nothing better to say. */
const faults: Readonly<Record<View['locale'], Words>> = {
  ja: {
    required: '書いてください。',
    'too-long': '字数を減らしてください。',
    'not-offered': '1つ選んでください。',
    'not-a-number': '数字で書いてください。',
    'not-a-date': '日付として読めません。',
    'too-large': '大きすぎます。',
  },
  easy: {
    required: '{書|か}いて ください。',
    'too-long': '{長|なが}すぎます。{短|みじか}く して ください。',
    'not-offered': '1つ {選|えら}んで ください。',
    'not-a-number': '{数字|すうじ}で {書|か}いて ください。',
    'not-a-date': '{日|ひ}を {書|か}いて ください。',
    'too-large': '{大|おお}きすぎます。',
  },
  en: {
    required: 'Please fill this in.',
    'too-long': 'Please make it shorter.',
    'not-offered': 'Please choose one.',
    'not-a-number': 'Please write a number.',
    'not-a-date': 'This cannot be read as a date.',
    'too-large': 'This is too large.',
  },
  ko: {
    required: '써 주세요.',
    'too-long': '조금 짧게 써 주세요.',
    'not-offered': '하나를 골라 주세요.',
    'not-a-number': '숫자로 써 주세요.',
    'not-a-date': '날짜로 읽을 수 없습니다.',
    'too-large': '너무 큽니다.',
  },
}

/** In the language of the page; the desk speaks Japanese and English. */
export function faultsIn(view: Pick<View, 'locale' | 'path'>): Words {
  return faults[isOnDesk(view) ? deskTongue(view) : view.locale]
}

/** Which choice is missing, by its name: 「年代」から1つ選んでください。 */
const choices: Readonly<Record<View['locale'], (label: string) => string>> = {
  ja: (label) => `「${label}」から1つ選んでください。`,
  easy: (label) => `「${label}」から 1つ {選|えら}んで ください。`,
  en: (label) => `Please choose one under “${label}”.`,
  ko: (label) => `「${label}」에서 하나를 골라 주세요.`,
}

/** What is wrong with a field of that name. */
export const faultOf = (
  view: Pick<View, 'locale' | 'path'>,
  fault: Fault,
  label: string,
): string =>
  fault === 'not-offered'
    ? choices[isOnDesk(view) ? deskTongue(view) : view.locale](label)
    : faultsIn(view)[fault]
