import type { Reach, RoleName } from './roles.ts'

/** 役割 as the city hall calls them: on pages, in rosters and in the table of permissions. */
export const roleWords = {
  ja: {
    secretariat: '事務局',
    liaison: '協働推進員',
    'section-staff': '課員',
    'section-head': '所属長',
    'area-manager': '地域マネージャー',
    reviewer: '審査委員',
    'bulletin-editor': '広報担当',
    'data-protection-officer': '個人情報保護責任者',
    auditor: '監査',
    administrator: 'システム管理者',
  },
  en: {
    secretariat: 'Secretariat',
    liaison: 'Liaison',
    'section-staff': 'Section staff',
    'section-head': 'Section head',
    'area-manager': 'Area manager',
    reviewer: 'Reviewer',
    'bulletin-editor': 'Bulletin editor',
    'data-protection-officer': 'Data protection officer',
    auditor: 'Auditor',
    administrator: 'Administrator',
  },
} as const satisfies Readonly<Record<'ja' | 'en', Readonly<Record<RoleName, string>>>>

export const reachWords = {
  ja: { city: '市全体', section: '部署', district: '地区', scheme: '制度・募集' },
  en: { city: 'Whole city', section: 'A section', district: 'A district', scheme: 'A scheme' },
} as const satisfies Readonly<Record<'ja' | 'en', Readonly<Record<Reach, string>>>>
