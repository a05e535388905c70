import { asked } from '#design/asked.tsx'
import { ButtonLink } from '#design/button.tsx'
import { inJapanese } from '#design/desk-tongue.ts'
import { EmptyState } from '#design/list.tsx'
import { at } from '#design/view.ts'
import type { IsoDate } from '#platform/calendar.ts'
import { blank, type Filled } from '#platform/form.ts'
import { resultForm } from '../../forms/work.ts'
import { workWords } from '../../messages/work.ts'
import type { PointId } from '../../point.ts'
import { urls } from '../../urls.ts'
import { type Desk, DueDay, Frame } from './frame.tsx'
import { FoldedStep } from './steps.tsx'

export interface PromisesProps extends Desk {
  readonly promises: readonly {
    readonly id: string
    readonly version: number
    readonly point: PointId
    readonly number: string
    readonly section: string
    readonly gist: string
    readonly promise: string
    readonly dueOn: IsoDate
    readonly mayEnd: boolean
  }[]
  readonly next: string | null
  /** A form that came back. */
  readonly typed?: { readonly id: string; readonly form: Filled<typeof resultForm> } | undefined
}

/** 約束: each with its day, the nearest first, and the form that ends it. */
export function PromisesPage(props: PromisesProps) {
  const { view, today, promises, next, typed } = props
  const w = workWords(view)
  return (
    <Frame {...props} title={w.promises} lead={w.promisesLead} here="promises">
      {promises.length === 0 && <EmptyState title={w.promisesEmpty} />}
      <ul class="entries">
        {promises.map((one) => {
          const form = typed?.id === one.id ? typed.form : blank(resultForm)
          const field = asked(view, form, 'result', {
            label: w.result,
            hint: w.resultHint,
            rows: 3,
            among: one.id,
          })
          return (
            <li class="entry">
              <div class="entry-text">
                <h2 {...inJapanese(view)}>
                  <a href={at(view, urls.point(one.point))}>{one.promise}</a>
                </h2>
                <p {...inJapanese(view)}>{one.gist}</p>
                {one.mayEnd && (
                  <FoldedStep
                    view={view}
                    action={urls.promise(one.id)}
                    title={w.saveResult}
                    hidden={{ version: String(one.version) }}
                    fields={[field]}
                  />
                )}
              </div>
              <div class="entry-side">
                <p class="entry-fact">
                  <DueDay view={view} today={today} dueOn={one.dueOn} isWaiting={false} />
                </p>
                <p class="entry-fact">
                  <span class="soft">{w.section}</span>{' '}
                  <span {...inJapanese(view)}>{one.section}</span>
                </p>
                <p class="entry-fact">{one.number}</p>
              </div>
            </li>
          )
        })}
      </ul>
      {next !== null && (
        <p>
          <ButtonLink view={view} path={next} kind="secondary">
            {w.older}
          </ButtonLink>
        </p>
      )}
    </Frame>
  )
}
