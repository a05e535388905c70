import { Actions, Button, ButtonLink } from '#design/button.tsx'
import { ResultCount } from '#design/list.tsx'
import { Part } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import { Steps } from '#design/steps.tsx'
import { at } from '#design/view.ts'
import { filtersInUse } from '../../filter.ts'
import { contentLang, deskWords, lifeSteps } from '../../messages/desk.ts'
import { planStates } from '../../plan.ts'
import { itemsOf } from '../../tree.ts'
import { urls } from '../../urls.ts'
import type { BenchProps } from './bench-props.ts'
import { AddMeasure } from './bench-tools.tsx'
import { BenchMeasure } from './bench-tree.tsx'
import { Bulk, Undo } from './bulk.tsx'
import { PlanFrame } from './frame.tsx'

/** The workbench of a plan: where it stands, what can be done, and every item. */
export function BenchPage(props: BenchProps) {
  const { view, plan, tree, offers, remarks, ownOnly, department } = props
  const { d } = deskWords(view)
  const must = remarks.filter((r) => r.weight === 'must').length
  const open = offers.has('edit')
  return (
    <PlanFrame
      {...props}
      title={plan.title || d.planOf(plan.fiscalYear)}
      tab="bench"
      {...contentLang(view)}
    >
      {open && <Undo {...props} />}
      <Life {...props} />
      {ownOnly ? (
        <Notice view={view}>
          <p>
            {d.readOnlyOwn}{' '}
            {department !== undefined && (
              <a
                href={at(
                  view,
                  `${urls.deskYear(plan.fiscalYear)}?department=${encodeURIComponent(department)}`,
                )}
              >
                {d.ownItems}
              </a>
            )}
          </p>
        </Notice>
      ) : (
        offers.size <= 2 && <p class="soft">{d.readOnly}</p>
      )}
      {plan.state !== 'archived' && (open || ownOnly) && (
        <p class={must ? 'check-line care' : 'check-line'}>
          <a href={at(view, urls.deskPath(plan.fiscalYear, 'check'))}>
            {d.checkCount(must, remarks.length - must)}
          </a>
        </p>
      )}
      <Narrow {...props} />
      {/* One form for all the small buttons; each says where it leads. */}
      {open && !filtersInUse(props.filter) && (
        <form id="bench" method="post" action={at(view, urls.deskYear(plan.fiscalYear))}>
          {view.staff && <input type="hidden" name="csrf" value={view.staff.csrf} />}
        </form>
      )}
      <div data-bench={open ? at(view, urls.deskPath(plan.fiscalYear, 'drop')) : undefined}>
        {tree.measures.map((measure, at) => (
          <BenchMeasure {...props} measure={measure} at={at} />
        ))}
      </div>
      {open && !filtersInUse(props.filter) && <AddMeasure {...props} />}
      {open && itemsOf(tree).length > 0 && <Bulk {...props} />}
      <Keys {...props} />
    </PlanFrame>
  )
}

/** Where the plan stands, and the steps that this person may take from here. */
function Life({ view, plan, offers }: BenchProps) {
  const { d, t } = deskWords(view)
  const steps = lifeSteps.filter((step) => offers.has(step))
  return (
    <Part view={view} id="life" title={d.life} lead={d.nextOf[plan.state]}>
      <div class="desk-life">
        <Steps
          view={view}
          label={d.life}
          steps={planStates.map((state) => ({ word: t.states[state] }))}
          current={planStates.indexOf(plan.state)}
        />
      </div>
      {offers.has('sendBack') && !offers.has('decide') && plan.state === 'council-review' && (
        <p>
          {d.separation}{' '}
          <a href={at(view, urls.deskPath(plan.fiscalYear, 'steps/decide'))}>{d.authors}</a>
        </p>
      )}
      {steps.length > 0 && (
        <Actions>
          {steps.map((step, i) => (
            <ButtonLink
              view={view}
              path={urls.deskPath(plan.fiscalYear, `steps/${step}`)}
              kind={i === 0 && step !== 'sendBack' ? 'primary' : 'secondary'}
            >
              {d.steps[step].go}
            </ButtonLink>
          ))}
        </Actions>
      )}
    </Part>
  )
}

/** A short GET form above the table; `/` leads here. */
function Narrow({ view, plan, tree, filter, shown, roster }: BenchProps) {
  const { d } = deskWords(view)
  const items = itemsOf(tree)
  const used = [...new Set([...items.flatMap((i) => i.departments), ...roster])]
  if (items.length < 2) return null
  return (
    <search>
      <form
        class="desk-narrowing"
        method="get"
        action={at(view, urls.deskYear(plan.fiscalYear))}
        aria-label={d.filter.mine}
      >
        <label>
          <span>{d.filter.text}</span>
          <input class="input" type="search" name="text" value={filter.text} />
        </label>
        <label>
          <span>{d.filter.department}</span>
          <select class="input" name="department">
            <option value="">{d.filter.all}</option>
            {used.map((name) => (
              <option value={name} selected={name === filter.department}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <Button kind="secondary">{d.filter.mine}</Button>
      </form>
      {filtersInUse(filter) > 0 && (
        <>
          <ResultCount view={view} count={shown.size} of={items.length} />
          <p>
            <a href={at(view, urls.deskYear(plan.fiscalYear))}>{d.filter.all}</a>
          </p>
        </>
      )}
    </search>
  )
}

/** What the keys do; the island opens it at `?`. */
function Keys({ view }: BenchProps) {
  const { d } = deskWords(view)
  return (
    <details class="desk-keys" data-keys>
      <summary>{d.keys.title}</summary>
      <ul class="bullets">
        {d.keys.list.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </details>
  )
}
