import type { Child } from 'hono/jsx'
import { LeadMark } from '#design/mark.tsx'
import { StateBadge, type StateTone } from '#design/state.tsx'
import { at, type View } from '#design/view.ts'
import type { Commitment, Lead, PlanItem } from '../item.ts'
import type { FiscalYear, PlanState } from '../plan.ts'
import { say } from '../said.ts'
import { defaultTerms } from '../terms.ts'
import { urls } from '../urls.ts'
import { Told, wordsOf } from './words.tsx'

export const Leads = ({ view, lead }: { view: View; lead: Lead | null }) => {
  const t = wordsOf(view)
  return <LeadMark lead={lead} word={lead ? t.leads[lead] : t.leadUnknown} />
}

const tones = {
  consider: 'quiet',
  prepare: 'draft',
  trial: 'moving',
  implement: 'moving',
  enhance: 'good',
} as const satisfies Record<Commitment, StateTone>

/** 取組の段階; a 検討 that does not climb is said to stand still. */
export const CommitmentBadge = (props: {
  view: View
  commitment: Commitment | null
  considerYears: number
}) => {
  const { view, commitment, considerYears } = props
  const t = wordsOf(view)
  if (!commitment) return null
  if (considerYears >= defaultTerms.stalledAfterYears)
    return <StateBadge tone="care" word={t.stalled(considerYears)} />
  return <StateBadge tone={tones[commitment]} word={t.commitments[commitment]} />
}

const stateTones = {
  drafting: 'draft',
  'public-comment': 'draft',
  'council-review': 'draft',
  decided: 'moving',
  published: 'good',
  'in-progress': 'moving',
  midterm: 'moving',
  closing: 'moving',
  evaluated: 'good',
  archived: 'stopped',
} as const satisfies Record<PlanState, StateTone>

export const PlanStateBadge = ({ view, state }: { view: View; state: PlanState }) => (
  <StateBadge tone={stateTones[state]} word={wordsOf(view).states[state]} />
)

/** One item of a list: number, name, what will be done, who leads, how far, which departments. */
export const ItemEntry = (props: {
  view: View
  year: FiscalYear
  item: PlanItem
  considerYears: number
  departmentName: (name: string) => string
  /** Where the name leads; the item's public page unless given. */
  path?: string
  /** What another chapter knows of it. */
  mark?: Child
}) => {
  const { view, year, item, considerYears, departmentName, path, mark } = props
  const t = wordsOf(view)
  return (
    <li class="entry">
      <div class="entry-text">
        <h4>
          <span class="code">{item.code}</span>{' '}
          <a href={at(view, path ?? urls.item(year, item.code))}>
            <Told said={say(item, 'title', view.locale)} />
          </a>
        </h4>
        <p>
          <Told said={say(item, 'description', view.locale)} />
        </p>
      </div>
      <div class="entry-side">
        <div class="cluster">
          <Leads view={view} lead={item.lead} />
          <CommitmentBadge view={view} commitment={item.commitment} considerYears={considerYears} />
          {mark}
        </div>
        <p class="entry-fact">
          <span class="soft">{t.departments}</span>{' '}
          {item.departments.map(departmentName).join(view.locale === 'en' ? ', ' : '、')}
        </p>
      </div>
    </li>
  )
}
