import { auditActions, auditStandings } from '#domains/audit/messages/powers.ts'
import { workflow as audit, standing as auditStanding } from '#domains/audit/workflow.ts'
import { ja as districtWords } from '#domains/districts/messages/desk.ts'
import {
  workflow as districtList,
  standing as districtStanding,
} from '#domains/districts/workflow.ts'
import { ja as handoverWords } from '#domains/handovers/messages/desk.ts'
import { standing as handoverStanding, workflow as handovers } from '#domains/handovers/workflow.ts'
import { ja as liaisonWords } from '#domains/liaisons/messages/desk-ja.ts'
import { standing as liaisonStanding, workflow as liaisons } from '#domains/liaisons/workflow.ts'
import { ja as moderationDesk } from '#domains/moderation/messages/desk-ja.ts'
import {
  workflow as moderation,
  standing as moderationStanding,
} from '#domains/moderation/workflow.ts'
import { ja as newsletterWords } from '#domains/newsletters/messages/desk-ja.ts'
import {
  standing as newsletterStanding,
  workflow as newsletters,
} from '#domains/newsletters/workflow.ts'
import { deskWords as noticeWords } from '#domains/notices/messages/desk.ts'
import { noticeActions, noticeStandings } from '#domains/notices/messages/powers.ts'
import { standing as noticeStanding, workflow as notices } from '#domains/notices/workflow.ts'
import { ja as desk } from '#domains/plan/messages/desk-ja.ts'
import { ja as words } from '#domains/plan/messages/ja.ts'
import { planActions } from '#domains/plan/messages/powers.ts'
import { workflow as plan, standing as planStanding } from '#domains/plan/workflow.ts'
import { ja as publicationWords } from '#domains/publications/messages/desk-ja.ts'
import {
  standing as publicationStanding,
  workflow as publications,
} from '#domains/publications/workflow.ts'
import { staffActions, staffStandings } from '#domains/staff/messages/powers.ts'
import { workflow as staff, standing as staffStanding } from '#domains/staff/workflow.ts'
import { ja as wordWords } from '#domains/words/messages/desk.ts'
import { workflow as wordList, standing as wordStanding } from '#domains/words/workflow.ts'
import { commentChapter } from './comments.ts'
import { judgingChapter } from './judging.ts'
import { people } from './people.ts'
import { type Chapter, pageOf } from './permissions-page.ts'
import { progressChapter } from './progress.ts'
import { residentChapter } from './residents.ts'
import { voiceChapter } from './voices.ts'

const looked = { claimedBy: people.author.id, decidedBy: people.author.id, authorId: 'res_writer' }
const ownWriter = { id: 'res_writer', name: '', duties: [] } as const
const written = { authors: [people.author.id] }
const ownItem = { departments: [people.officer.department] }

const ownSection = { id: people.officer.department, name: people.officer.department }
const ownHandover = { section: ownSection, user: people.officer.id, successor: null, serves: true }

export const chapters: readonly Chapter[] = [
  {
    folder: 'staff',
    title: '職員(staff)',
    workflow: staff,
    actions: staffActions.ja,
    states: {},
    standings: staffStandings.ja,
    columns: [
      ['住民', staffStanding(people.resident)],
      ['監査', staffStanding(people.viewer)],
      ['課の職員', staffStanding(people.officer)],
      ['事務局', staffStanding(people.author)],
      ['システムの管理者', staffStanding(people.administrator)],
    ],
    notes: [
      'コマンド `tomoni` は、動かしている機械の事務局として働きます(台帳には `sys_cli` と残ります)。',
    ],
  },
  {
    folder: 'plan',
    title: '計画(plan)',
    workflow: plan,
    actions: planActions.ja,
    states: words.states,
    standings: desk.standings,
    columns: [
      ['住民', planStanding(people.resident, written, ownItem)],
      ['監査', planStanding(people.viewer, written, ownItem)],
      ['課の職員(ほかの部署の項目)', planStanding(people.other, written, ownItem)],
      ['課の職員(自分の部署の項目)', planStanding(people.officer, written, ownItem)],
      ['事務局(案を書いた人)', planStanding(people.author, written, ownItem)],
      ['事務局(案を書いていない人)', planStanding(people.head, written, ownItem)],
    ],
    notes: [
      '「変更を決裁する」は、その変更を起案した人にはできません(`src/domains/plan/actions/amend.ts`、表 `plan_amendment` の CHECK)。',
      '「決裁する」は、案に1度でも手を入れた人にはできません(表 `plan` の CHECK も同じことを約束します)。',
    ],
  },
  {
    folder: 'audit',
    title: '監査(audit)',
    workflow: audit,
    actions: auditActions.ja,
    states: {},
    standings: auditStandings.ja,
    columns: [
      ['住民', auditStanding(people.resident)],
      ['監査', auditStanding(people.viewer)],
      ['課の職員', auditStanding(people.officer)],
      ['事務局', auditStanding(people.author)],
      ['システムの管理者', auditStanding(people.administrator)],
      ['個人情報保護の責任者', auditStanding(people.protector)],
    ],
    notes: ['保存年限は、明日より後の日からしか変えられません(`src/domains/audit/actions.ts`)。'],
  },
  {
    folder: 'moderation',
    title: '投稿の見守り(moderation)',
    workflow: moderation,
    actions: moderationDesk.actions,
    states: moderationDesk.states,
    standings: moderationDesk.standings,
    columns: [
      ['住民', moderationStanding(people.resident, looked)],
      ['書いた人', moderationStanding(ownWriter, looked)],
      ['監査', moderationStanding(people.viewer, looked)],
      ['課の職員', moderationStanding(people.officer, looked)],
      ['事務局(引き受け、はじめに判断した人)', moderationStanding(people.author, looked)],
      ['事務局(ほかの人)', moderationStanding(people.head, looked)],
    ],
    notes: [
      '不服の申し出は、はじめに判断した人には判断できません(表 `moderation_case` の CHECK も同じことを約束します)。',
      '職員が書いたものは、その職員には判断できません。',
      'まとめて行うときも、1件ずつ同じ表で確かめます(`src/domains/moderation/actions/bulk.ts`)。',
    ],
  },
  {
    folder: 'notices',
    title: 'お知らせ(notices)',
    workflow: notices,
    actions: noticeActions.ja,
    states: noticeWords({ locale: 'ja' }).states,
    standings: noticeStandings.ja,
    columns: [
      ['住民(登録なし)', noticeStanding(people.resident)],
      ['住民(メールのリンクから)', noticeStanding(people.resident, true)],
      ['部署の職員', noticeStanding(people.officer)],
      ['事務局', noticeStanding(people.author)],
      ['情報システムの管理者', noticeStanding(people.administrator)],
    ],
    notes: [
      '読むことと受け取り方は、いつも本人のものだけです。番号(コード)の文は、だれにも見せません。',
    ],
  },
  {
    folder: 'liaisons',
    title: '協働推進員(liaisons)',
    workflow: liaisons,
    actions: liaisonWords.actions,
    states: { ...liaisonWords.states, ...liaisonWords.taskStates, ...liaisonWords.trainingStates },
    standings: liaisonWords.standings,
    columns: [
      ['住民', liaisonStanding(people.resident)],
      ['監査', liaisonStanding(people.viewer, ownSection)],
      ['ほかの課の職員', liaisonStanding(people.other, ownSection)],
      ['課の職員', liaisonStanding(people.officer, ownSection)],
      ['課の推進員', new Set([...liaisonStanding(people.officer, ownSection), 'liaison'])],
      ['課の所属長', new Set([...liaisonStanding(people.officer, ownSection), 'head'])],
      ['事務局', liaisonStanding(people.author, ownSection)],
    ],
    notes: ['所属長が推薦できるのは、その日にその課にいる人だけです。'],
  },
  {
    folder: 'handovers',
    title: '引継ぎ(handovers)',
    workflow: handovers,
    actions: handoverWords.actions,
    states: handoverWords.states,
    standings: handoverWords.standings,
    columns: [
      ['住民', handoverStanding(people.resident)],
      ['監査', handoverStanding(people.viewer, ownHandover)],
      ['ほかの課の職員', handoverStanding(people.other, ownHandover)],
      ['渡す人', handoverStanding(people.officer, ownHandover)],
      ['後任', new Set(['receiver'])],
      ['課の所属長', new Set(['head', 'reader'])],
      ['事務局', handoverStanding(people.author, ownHandover)],
    ],
    notes: ['役割(role)は、役割を付けられる人だけが渡せます。自分には付けられません。'],
  },
  residentChapter,
  voiceChapter,
  commentChapter,
  progressChapter,
  judgingChapter,
  {
    folder: 'newsletters',
    title: 'お便り(newsletters)',
    workflow: newsletters,
    actions: newsletterWords.actions,
    states: newsletterWords.states,
    standings: newsletterWords.standings,
    columns: [
      ['住民', newsletterStanding(people.resident, written)],
      ['監査', newsletterStanding(people.viewer, written)],
      ['課の職員', newsletterStanding(people.officer, written)],
      ['事務局(書いた人)', newsletterStanding(people.author, written)],
      ['事務局(書いていない人)', newsletterStanding(people.head, written)],
    ],
    notes: [
      '「決裁する」は、1字でも直した人にはできません(表 `newsletter_issue` の CHECK も同じことを約束します)。',
    ],
  },
  {
    folder: 'publications',
    title: '広報と報告書(publications)',
    workflow: publications,
    actions: publicationWords.actions,
    states: publicationWords.states,
    standings: publicationWords.standings,
    columns: [
      ['住民', publicationStanding(people.resident, written)],
      ['監査', publicationStanding(people.viewer, written)],
      ['課の職員', publicationStanding(people.officer, written)],
      ['事務局(書いた人)', publicationStanding(people.author, written)],
      ['事務局(書いていない人)', publicationStanding(people.head, written)],
    ],
    notes: [
      '「決裁する」は、1字でも直した人にはできません(表 `publication_edition` の CHECK も同じことを約束します)。',
      '公表された版とその形は、だれにも変えられません(表の trigger)。',
    ],
  },
  {
    folder: 'words',
    title: '言いかえの言葉(words)',
    workflow: wordList,
    actions: wordWords.actions,
    states: {},
    standings: wordWords.standings,
    columns: [
      ['住民', wordStanding(people.resident)],
      ['監査', wordStanding(people.viewer)],
      ['課の職員', wordStanding(people.officer)],
      ['事務局', wordStanding(people.author)],
    ],
    notes: [],
  },
  {
    folder: 'districts',
    title: '地区(districts)',
    workflow: districtList,
    actions: districtWords.actions,
    states: {},
    standings: districtWords.standings,
    columns: [
      ['住民', districtStanding(people.resident)],
      ['監査', districtStanding(people.viewer)],
      ['課の職員', districtStanding(people.officer)],
      ['事務局', districtStanding(people.author)],
    ],
    notes: ['一覧は、`GET /api/v1/districts` でだれでも読めます。'],
  },
]

/** docs/permissions.md: every chapter's workflow table in one place. */
export const permissionsPage = () => pageOf(chapters)

export { withFlow } from './permissions-page.ts'
