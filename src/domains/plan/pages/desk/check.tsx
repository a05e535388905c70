import { fieldId } from '#design/field-kinds.ts'
import { EmptyState } from '#design/list.tsx'
import { MarkedPlace } from '#design/marked.tsx'
import { Part } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import { at } from '#design/view.ts'
import { groupBy } from '#platform/group.ts'
import { contentLang, deskWords } from '../../messages/desk.ts'
import type { Remark, RemarkKind } from '../../rules/careful.ts'
import { urls } from '../../urls.ts'
import { type PlanDesk, PlanFrame } from './frame.tsx'

export interface CheckProps extends PlanDesk {
  readonly remarks: readonly Remark[]
}

/** The field of an item's form that a remark is about. */
const fieldOf = {
  'no-lead': 'lead',
  'no-department': 'departments',
  'no-owner': 'owner',
  'consider-without-date': 'considerUntil',
  'consider-date-past-year': 'considerUntil',
  'no-commitment': 'commitment',
  'indicator-without-target': 'indicator0.target',
  'indicator-without-baseline': 'indicator0.baseline',
  'no-indicator': 'indicator0.name',
  'collective-without-department': 'departments',
  'unknown-department': 'departments',
  'same-wording': 'description',
  'personal-data': 'description',
  'unwanted-word': 'description',
  'commitment-fell': 'commitment',
  'not-climbing': 'commitment',
  'no-description': 'description',
  'no-translation': 'easy.title',
  'group-without-items': '',
} as const satisfies Record<RemarkKind, string>

/** What a careful colleague would say, by weight and kind, each line leading to where it is mended. */
export function CheckPage(props: CheckProps) {
  const { view, remarks } = props
  const { d } = deskWords(view)
  const of = (weight: Remark['weight']) => remarks.filter((r) => r.weight === weight)
  const must = of('must')
  const look = of('look')
  return (
    <PlanFrame {...props} title={d.check.title} lead={d.check.lead} tab="check">
      {remarks.length === 0 && <EmptyState title={d.check.clear} />}
      {must.length > 0 && (
        <Part view={view} id="must" title={`${d.check.must} ${d.remarksOf(must.length)}`}>
          <Notice view={view} kind="warning">
            <p>{d.check.mustLead}</p>
          </Notice>
          <Kinds {...props} remarks={must} />
        </Part>
      )}
      {look.length > 0 && (
        <Part
          view={view}
          id="look"
          title={`${d.check.look} ${d.remarksOf(look.length)}`}
          lead={d.check.lookLead}
        >
          <Kinds {...props} remarks={look} />
        </Part>
      )}
    </PlanFrame>
  )
}

function Kinds(props: CheckProps) {
  const { view, remarks } = props
  const { d } = deskWords(view)
  const anchored = new Set<string>()
  return (
    <>
      {[...groupBy(remarks, (r) => r.kind)].map(([kind, list]) => (
        <section class="check-kind" aria-labelledby={`k-${kind}`}>
          <h3 id={`k-${kind}`}>
            {d.remarkTitles[kind]} <span class="soft">{d.remarksOf(list.length)}</span>
          </h3>
          <ul class="desk-lines">
            {list.map((remark) => {
              const code = remark.item?.code ?? ''
              const first = code !== '' && !anchored.has(code)
              anchored.add(code)
              return (
                <li id={first ? `c-${code}` : undefined}>
                  <Line {...props} remark={remark} />
                </li>
              )
            })}
          </ul>
        </section>
      ))}
    </>
  )
}

function Line({ view, plan, remark }: CheckProps & { readonly remark: Remark }) {
  const { d } = deskWords(view)
  const { kind, item, found, mark } = remark
  const sentence: (found: string) => string = d.remarks[kind]
  if (!item) return <p>{sentence(found)}</p>
  const path = `${urls.deskItem(plan.fiscalYear, item.id)}#${fieldId(fieldIn(remark))}`
  return (
    <>
      <p>
        <a href={at(view, path)}>
          <span class="code">{item.code}</span> <span {...contentLang(view)}>{item.title}</span>
        </a>
      </p>
      <p>{sentence(found)}</p>
      {mark && <MarkedPlace whole={item[mark.field]} {...mark} />}
    </>
  )
}

/** A remark on an indicator leads to the row of that name. */
function fieldIn({ kind, item, found, mark }: Remark): string {
  if (mark) return mark.field
  const field = fieldOf[kind]
  const row = item?.indicators.findIndex((one) => one.name === found) ?? -1
  return row > 0 ? field.replace('indicator0', `indicator${row}`) : field
}
