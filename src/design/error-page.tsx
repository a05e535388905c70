import type { Child } from 'hono/jsx'
import { Actions, ButtonLink } from './button.tsx'
import { DeskPage } from './desk-page.tsx'
import { telephone } from './href.ts'
import { Masthead } from './masthead.tsx'
import { words } from './messages.ts'
import { Page } from './page.tsx'
import { isOnDesk, type View } from './view.ts'

export interface ErrorPageProps {
  readonly view: View
  /** What happened, as a sentence without an excuse. */
  readonly title: string
  /** Why, as a sentence. */
  readonly reason?: string
  /** The rule that refused, with its article. */
  readonly basis?: string
  /** Was anything lost that somebody had written? */
  readonly written: 'kept' | 'lost' | 'none'
  /** What to do, one sentence each. */
  readonly todo: readonly Child[]
  /** A link that leads on. */
  readonly onward?: { readonly text: string; readonly path: string }
  /** Finds this request in the log. */
  readonly request: string
}

/** What happened, whether anything was lost, what to do, whom to call. */
export function ErrorPage(props: ErrorPageProps) {
  const { view, title, reason, basis, written, todo, onward, request } = props
  const t = words(view)
  // Who is at work stays in the frame of their work; before they signed in there is none.
  const atWork = view.staff !== undefined && isOnDesk(view)
  const home = atWork ? { text: t.sections.desk, path: '/desk' } : { text: t.home, path: '/' }
  const Frame = atWork ? DeskPage : Page
  return (
    <Frame view={view} title={title}>
      <Masthead title={title} lead={t.error[written]} />
      <div class="stack-loose">
        {reason !== undefined && <p>{reason}</p>}
        {basis !== undefined && (
          <p>
            {t.error.rule}: <span lang="ja">{basis}</span>
          </p>
        )}
        <section class="stack-tight" aria-labelledby="todo">
          <h2 id="todo">{t.error.todo}</h2>
          {todo.length > 0 && (
            <ul class="bullets">
              {todo.map((line) => (
                <li>{line}</li>
              ))}
            </ul>
          )}
          <Actions>
            <ButtonLink view={view} path={(onward ?? home).path}>
              {(onward ?? home).text}
            </ButtonLink>
          </Actions>
        </section>
        <section class="stack-tight" aria-labelledby="call">
          <h2 id="call">{t.error.call}</h2>
          <p>
            <a class="phone" href={telephone(view.site.phone)}>
              {view.site.phone}
            </a>
          </p>
          <p>
            {t.foot.hours}: {view.site.hours}
          </p>
          <p>
            {t.error.number}: <code class="request">{request}</code>
          </p>
        </section>
      </div>
    </Frame>
  )
}
