import type { Child } from 'hono/jsx'
import { DeskPage } from '#design/desk-page.tsx'
import { inJapanese } from '#design/desk-tongue.ts'
import { Masthead } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import type { Crumb } from '#design/page.tsx'
import { StateBadge, type StateTone } from '#design/state.tsx'
import type { View } from '#design/view.ts'
import { eraDate, type IsoDate } from '#platform/calendar.ts'
import { workWords } from '../../../messages/work.ts'
import { urls as voiceUrls } from '../../../urls.ts'
import type { CaseState, Passage } from '../../case.ts'
import { type DeskWords, deskWords } from '../../messages/desk.ts'
import { publicWords } from '../../messages/public.ts'
import { urls } from '../../urls.ts'
import { Anchor } from '../words.tsx'

export interface Desk {
  readonly view: View
  readonly department?: string
  readonly isOffice: boolean
}

type Done = keyof DeskWords['notices']
/** `?done=drafted`: only known keys say anything. */
function doneIn(view: View, w: DeskWords): Done | null {
  const key = new URLSearchParams(view.query).get('done') ?? ''
  return Object.hasOwn(w.notices, key) ? (key as Done) : null
}

interface FrameProps extends Desk {
  readonly title: string
  /** Where the title is somebody's words: they are Japanese. */
  readonly titleLang?: 'ja'
  readonly lead?: Child
  readonly marks?: Child
  readonly crumbs?: readonly Crumb[]
  readonly narrow?: boolean
  readonly children?: Child
}

export function Frame(props: FrameProps) {
  const { view, department, title, titleLang, lead, marks, crumbs, narrow = false } = props
  const w = deskWords(view)
  const done = doneIn(view, w)
  const above = { text: voiceWord(view), path: voiceUrls.desk }
  return (
    <DeskPage
      view={view}
      title={title}
      section="desk-voices"
      narrow={narrow}
      breadcrumbs={[above, ...(crumbs ? [{ text: w.title, path: urls.desk }, ...crumbs] : [])]}
      {...(department !== undefined && { department })}
    >
      {done && (
        <Notice view={view} kind="success" live>
          <p>{w.notices[done]}</p>
        </Notice>
      )}
      <Masthead
        title={title}
        {...(titleLang && { titleLang })}
        {...(lead && { lead })}
        {...(marks && { marks })}
      />
      {props.children}
    </DeskPage>
  )
}

const voiceWord = (view: View) => workWords(view).title

const tones = {
  planned: 'draft',
  ready: 'quiet',
  open: 'good',
  closed: 'moving',
  'result-drafting': 'moving',
  'result-submitted': 'care',
  published: 'good',
  archived: 'stopped',
} as const satisfies Record<CaseState, StateTone>

export const CaseBadge = ({ view, state }: { readonly view: View; readonly state: CaseState }) => (
  <StateBadge tone={tones[state]} word={deskWords(view).states[state]} />
)

/** 市との関わり, as the public form calls it. */
export const tiesOf = ({ view }: Pick<Desk, 'view'>) =>
  publicWords[view.locale === 'en' ? 'en' : 'ja'].ties

/** 案の段落: where it stands, and what it says. */
export const Pressed = ({ view, at }: { readonly view: View; readonly at: Passage }) => (
  <>
    <Anchor view={view} at={at} />
    <br />
    <span class="lines" {...inJapanese(view)}>
      {at.text}
    </span>
  </>
)

export const dayIn = (view: View, on: IsoDate) => (view.locale === 'en' ? on : eraDate(on))
