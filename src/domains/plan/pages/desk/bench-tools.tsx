import type { Child } from 'hono/jsx'
import { Icon } from '#design/icon.tsx'
import { at } from '#design/view.ts'
import { deskWords } from '../../messages/desk.ts'
import { urls } from '../../urls.ts'
import type { BenchProps } from './bench-props.ts'

export interface ToolsProps extends BenchProps {
  /** Named in the buttons: 施策1, 1-3. */
  readonly what: string
  /** Below the year. */
  readonly path: string
  readonly first: boolean
  readonly last: boolean
}

export const Tools = (props: ToolsProps) => {
  const { view, plan, path, what } = props
  const { d } = deskWords(view)
  return (
    <div class="bench-tools">
      <Arrows {...props} />
      <a href={at(view, urls.deskPath(plan.fiscalYear, path))} aria-label={`${what} ${d.edit}`}>
        {d.edit}
      </a>
    </div>
  )
}

/** Up and down, as buttons of the one small form: they work by keyboard and without any script. */
export function Arrows({ view, plan, path, what, first, last }: ToolsProps) {
  const { d } = deskWords(view)
  const to = at(view, urls.deskPath(plan.fiscalYear, `${path}/move`))
  const arrow = (by: '-1' | '1', sign: string, name: string) => (
    <button type="submit" form="bench" formaction={to} name="by" value={by} aria-label={name}>
      {sign}
    </button>
  )
  return (
    <span class="arrows">
      {!first && arrow('-1', '↑', d.up(what))}
      {!last && arrow('1', '↓', d.down(what))}
    </span>
  )
}

export function AddMeasure(props: BenchProps) {
  const { view, plan } = props
  const { d } = deskWords(view)
  return (
    <Fold text={d.addMeasure(plan.levels.measure)} open={props.tree.measures.length === 0}>
      <form
        class="desk-adding"
        method="post"
        action={at(view, urls.deskPath(plan.fiscalYear, 'measures'))}
      >
        <Csrf {...props} />
        <label>
          <span>{d.measureTitle(plan.levels.measure)}</span>
          <input class="input" type="text" name="title" />
        </label>
        <button type="submit" class="button secondary">
          {d.add}
        </button>
      </form>
    </Fold>
  )
}

export const Fold = ({
  text,
  open,
  children,
}: {
  text: string
  open?: boolean
  children?: Child
}) => (
  <details class="desk-fold" open={open}>
    <summary>
      <Icon name="open" size={16} /> {text}
    </summary>
    {children}
  </details>
)

export const Csrf = ({ view }: Pick<BenchProps, 'view'>) =>
  view.staff ? <input type="hidden" name="csrf" value={view.staff.csrf} /> : null

export function AudienceChoice({ view }: Pick<BenchProps, 'view'>) {
  const { d, t } = deskWords(view)
  return (
    <label>
      <span>{d.audience}</span>
      <select class="input" name="audience">
        <option value="">{d.everyone}</option>
        <option value="citizens">{t.audiences.citizens}</option>
        <option value="staff">{t.audiences.staff}</option>
      </select>
    </label>
  )
}
