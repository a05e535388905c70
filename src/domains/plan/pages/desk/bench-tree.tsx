import { at } from '#design/view.ts'
import { filtersInUse } from '../../filter.ts'
import { marks, type PlanItem } from '../../item.ts'
import { contentLang, deskWords } from '../../messages/desk.ts'
import type { GroupTree, MeasureTree } from '../../tree.ts'
import { urls } from '../../urls.ts'
import type { BenchProps } from './bench-props.ts'
import { Arrows, AudienceChoice, Csrf, Fold, Tools } from './bench-tools.tsx'

interface MeasureProps extends BenchProps {
  readonly measure: MeasureTree
  readonly at: number
}

/** A measure with its headings; hidden when the filter leaves nothing of it. */
export function BenchMeasure(props: MeasureProps) {
  const { view, plan, tree, offers, measure, filter, shown } = props
  const { d } = deskWords(view)
  const narrowed = filtersInUse(filter) > 0
  if (narrowed && !measure.groups.some((g) => g.items.some((i) => shown.has(i.id)))) return null
  const name = `${plan.levels.measure}${measure.number}`
  const path = `measures/${measure.id}`
  return (
    <section class="bench-measure" id={measure.id} aria-labelledby={`${measure.id}-title`}>
      <div class="bench-head">
        <h2 id={`${measure.id}-title`}>
          <span class="code">{name}</span> <span {...contentLang(view)}>{measure.title}</span>
        </h2>
        {offers.has('edit') && !narrowed && (
          <Tools
            {...props}
            what={name}
            path={path}
            first={props.at === 0}
            last={props.at === tree.measures.length - 1}
          />
        )}
      </div>
      {measure.groups.map((group, i) => (
        <BenchGroup {...props} group={group} place={i} narrowed={narrowed} />
      ))}
      {offers.has('edit') && !narrowed && (
        <Fold text={d.addGroup(plan.levels.group)}>
          <form
            class="desk-adding"
            method="post"
            action={at(view, urls.deskPath(plan.fiscalYear, `${path}/groups`))}
          >
            <Csrf {...props} />
            <label>
              <span>{d.groupText(plan.levels.group)}</span>
              <input class="input" type="text" name="text" />
            </label>
            <AudienceChoice {...props} />
            <button type="submit" class="button secondary">
              {d.add}
            </button>
          </form>
        </Fold>
      )}
    </section>
  )
}

interface GroupProps extends MeasureProps {
  readonly group: GroupTree
  readonly place: number
  readonly narrowed: boolean
}

function BenchGroup(props: GroupProps) {
  const { view, plan, offers, measure, group, place, narrowed, shown } = props
  const { d, t } = deskWords(view)
  const items = group.items.filter((item) => shown.has(item.id))
  if (narrowed && !items.length) return null
  const path = `groups/${group.id}`
  return (
    <div class="bench-group" id={group.id} data-group={group.id}>
      <div class="bench-head">
        <h3>
          {group.audience && <span class="tag">{t.audiences[group.audience]}</span>}{' '}
          <span {...contentLang(view)}>{group.text}</span>
        </h3>
        {offers.has('edit') && !narrowed && (
          <Tools
            {...props}
            what={`${plan.levels.group} ${measure.number}-${place + 1}`}
            path={path}
            first={place === 0}
            last={place === measure.groups.length - 1}
          />
        )}
      </div>
      {items.length > 0 ? <Items {...props} items={items} /> : <p class="soft">{d.emptyGroup}</p>}
      {offers.has('edit') && !narrowed && (
        <Fold text={d.addItem(plan.levels.item)}>
          <form
            class="desk-adding"
            method="post"
            action={at(view, urls.deskPath(plan.fiscalYear, 'items'))}
          >
            <Csrf {...props} />
            <input type="hidden" name="group" value={group.id} />
            <label>
              <span>{t.fields.title}</span>
              <input class="input" type="text" name="title" />
            </label>
            <button type="submit" class="button secondary">
              {d.add}
            </button>
          </form>
        </Fold>
      )}
    </div>
  )
}

function Items(props: GroupProps & { items: readonly PlanItem[] }) {
  const { view, group, offers, items, narrowed } = props
  const { d } = deskWords(view)
  const c = d.columns
  const edit = offers.has('edit')
  return (
    <table class="table bench-table">
      <caption class="unseen" {...contentLang(view)}>
        {group.text}
      </caption>
      <thead>
        <tr>
          {edit && (
            <th scope="col" class="c-choose">
              {c.choose}
            </th>
          )}
          <th scope="col" class="c-code">
            {c.code}
          </th>
          <th scope="col" class="c-lead">
            {c.lead}
          </th>
          <th scope="col" class="c-title">
            {c.title}
          </th>
          <th scope="col" class="c-departments">
            {c.departments}
          </th>
          <th scope="col" class="c-owner">
            {c.owner}
          </th>
          <th scope="col" class="c-commitment">
            {c.commitment}
          </th>
          <th scope="col" class="c-remarks">
            {c.remarks}
          </th>
          {edit && !narrowed && (
            <th scope="col" class="c-order">
              {c.order}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <Line {...props} item={item} />
        ))}
      </tbody>
    </table>
  )
}

function Line(props: GroupProps & { item: PlanItem }) {
  const { view, plan, offers, item, remarks, narrowed, bulk, tree } = props
  const { d, t } = deskWords(view)
  const c = d.columns
  const path = at(view, urls.deskItem(plan.fiscalYear, item.id))
  const own = remarks.filter((r) => r.item?.id === item.id)
  const all = tree.measures.flatMap((m) => m.groups)
  const [first, last] = [all[0]?.items[0], all.at(-1)?.items.at(-1)]
  return (
    <tr
      id={item.id}
      data-href={path}
      data-item={offers.has('edit') && !narrowed ? item.id : undefined}
    >
      {offers.has('edit') && (
        <td class="choose">
          <label>
            <input
              type="checkbox"
              name="items"
              value={item.id}
              form="bulk"
              checked={bulk.chosen.items.includes(item.id)}
            />
            <span class="unseen">{d.chooseItem(item.code)}</span>
          </label>
        </td>
      )}
      <td class="code">{item.code}</td>
      <td class={`lead-sign lead-${item.lead ?? 'none'}`} data-label={c.lead}>
        {item.lead ? (
          <>
            <span aria-hidden="true">{marks[item.lead]}</span>{' '}
            <span class="sign-word">{t.leadShort[item.lead]}</span>
          </>
        ) : (
          <strong class="gap">{t.notSet}</strong>
        )}
      </td>
      <th scope="row" class="title">
        <a href={path} {...contentLang(view)}>
          {item.title}
        </a>
      </th>
      <td data-label={c.departments} {...contentLang(view)}>
        {item.departments.join('、') || <strong class="gap">{t.notSet}</strong>}
      </td>
      <td data-label={c.owner} {...contentLang(view)}>
        {item.owner || <span class="soft">—</span>}
      </td>
      <td data-label={c.commitment}>
        {item.commitment ? t.commitments[item.commitment] : <span class="soft">{t.notSet}</span>}
      </td>
      <td data-label={c.remarks}>
        {own.length ? (
          <a
            class={own.some((r) => r.weight === 'must') ? 'gap' : undefined}
            href={at(view, `${urls.deskPath(plan.fiscalYear, 'check')}#c-${item.code}`)}
          >
            {d.remarksOf(own.length)}
          </a>
        ) : (
          <span class="soft">{d.noRemarks}</span>
        )}
      </td>
      {offers.has('edit') && !narrowed && (
        <td class="order">
          <Arrows
            {...props}
            what={item.code}
            path={`items/${item.id}`}
            first={first?.id === item.id}
            last={last?.id === item.id}
          />
        </td>
      )}
    </tr>
  )
}
