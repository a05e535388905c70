import { Actions, Button, ButtonLink } from '#design/button.tsx'
import { Form } from '#design/form.tsx'
import { Part } from '#design/masthead.tsx'
import { at, type View } from '#design/view.ts'
import type { Remark } from '../judging.ts'
import { deskWords } from '../messages/desk.ts'
import { urls } from '../urls.ts'

export interface CarryTo {
  /** Where it led. */
  readonly led?: { readonly path: string; readonly text: string }
  /** It may be led somewhere, by this person. */
  readonly open?: boolean
  /** The year of the next plan in which one can write. */
  readonly next?: number | null
  readonly mayWrite?: boolean
  /** The form of an amendment, begun with these words. */
  readonly change?: string
}

interface CarryProps {
  readonly view: View
  readonly remark: Remark
  readonly fiscalYear: number
  readonly carry: CarryTo
}

/** 意見から計画へ: one button to an item of the next year, one to a change of this year's. */
export function Carry({ view, remark, fiscalYear, carry }: CarryProps) {
  const d = deskWords(view)
  const { led, open, next, mayWrite, change } = carry
  if (led)
    return (
      <Part view={view} id="carry" title={d.carried}>
        <p>
          <a href={at(view, led.path)} lang="ja">
            {led.text}
          </a>
        </p>
        <p>
          <a href={at(view, urls.public(fiscalYear))}>{d.public}</a>
        </p>
      </Part>
    )
  if (!open) return null
  return (
    <Part view={view} id="carry" title={d.carry} lead={d.carryLead}>
      {next && mayWrite && (
        <Form
          view={view}
          action={urls.carry(remark.id)}
          hidden={{ version: String(remark.version) }}
        >
          <Actions>
            <Button kind="secondary">{d.becomeItem(next)}</Button>
          </Actions>
        </Form>
      )}
      {!next && <p class="soft">{d.becomeItemNone}</p>}
      {next && !mayWrite && <p class="soft">{d.becomeItemWho}</p>}
      {change && (
        <Actions>
          <ButtonLink view={view} path={change} kind="secondary">
            {d.proposeAmendment}
          </ButtonLink>
        </Actions>
      )}
    </Part>
  )
}
