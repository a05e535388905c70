import type { KindGroup } from '#domains/notices/notice.ts'

/** Under which heading a person finds the notices of a chapter; a chapter that is not named comes last. */
export const noticeGroups: readonly KindGroup[] = [
  {
    of: ['plan', 'progress', 'judging'],
    title: {
      ja: '計画と進み具合',
      easy: '{計画|けいかく}',
      en: 'Plan and progress',
      ko: '계획과 진행 상황',
    },
  },
  {
    of: ['voice'],
    title: { ja: '市民の声', easy: '{市民|しみん}の {声|こえ}', en: 'Voices', ko: '시민의 목소리' },
  },
  {
    of: ['newsletters', 'publications'],
    title: {
      ja: 'お便りと公表',
      easy: 'お{便|たよ}り',
      en: 'Newsletters and editions',
      ko: '소식지',
    },
  },
  {
    of: ['liaisons', 'handovers'],
    title: {
      ja: '協働推進員と引継ぎ',
      easy: '{担当|たんとう}の {人|ひと}',
      en: 'Liaisons and hand-overs',
      ko: '담당자와 인수인계',
    },
  },
]
