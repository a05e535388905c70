import { en as districtEn, ja as districtJa } from '#domains/districts/messages/desk.ts'
import {
  type Standing as DistrictStanding,
  standing as districtStanding,
  workflow as districtWorkflow,
} from '#domains/districts/workflow.ts'
import type { Ground, Powers } from '#domains/staff/powers.ts'
import { en as wordEn, ja as wordJa } from '#domains/words/messages/desk.ts'
import {
  type Standing as WordStanding,
  standing as wordStanding,
  workflow as wordWorkflow,
} from '#domains/words/workflow.ts'

/** The lists that a city keeps for all of its chapters: who reads them, and who keeps them. */
export const listPowers: readonly Powers[] = [
  {
    chapter: 'words',
    title: { ja: '言いかえの言葉', en: 'Words to avoid' },
    workflow: wordWorkflow,
    actions: { ja: wordJa.actions, en: wordEn.actions },
    standings: { ja: wordJa.standings, en: wordEn.standings },
    grounds: {
      reader: { permission: 'words.reader', asks: 'somewhere' },
      keeper: { permission: 'words.keeper', asks: 'whole' },
    } satisfies Record<WordStanding, Ground>,
    standing: (actor) => wordStanding(actor),
  },
  {
    chapter: 'districts',
    title: { ja: '地区', en: 'Districts' },
    workflow: districtWorkflow,
    actions: { ja: districtJa.actions, en: districtEn.actions },
    standings: { ja: districtJa.standings, en: districtEn.standings },
    grounds: {
      anyone: 'anyone',
      keeper: { permission: 'districts.keeper', asks: 'whole' },
    } satisfies Record<DistrictStanding, Ground>,
    standing: (actor) => districtStanding(actor),
  },
]
