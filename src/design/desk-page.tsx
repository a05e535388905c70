import type { Child } from 'hono/jsx'
import { Brand, Menu } from './header.tsx'
import { href } from './href.ts'
import { words } from './messages.ts'
import { type Crumb, Shell, Trail } from './page.tsx'
import { deskSections, frame, type Section } from './sections.ts'
import { at, type View } from './view.ts'

export interface DeskPageProps {
  readonly view: View
  readonly title: string
  /** The department for which the person acts. */
  readonly department?: string
  readonly section?: Section
  readonly breadcrumbs?: readonly Crumb[]
  /** Forms read better narrow. Wide unless said. */
  readonly narrow?: boolean
  readonly children?: Child
}

/** The frame of staff pages: who you are, the three places of work, the way out. */
export function DeskPage(props: DeskPageProps) {
  const { view, title, department, section, breadcrumbs = [], narrow = false, children } = props
  const t = words(view)
  const open = deskSections.filter(({ section }) => !view.staff?.closed?.includes(section))
  return (
    <Shell view={view} title={title} staffOnly>
      <header class="top">
        <DeskBar view={view} {...(department !== undefined && { department })} />
        <div class="wrap bar">
          <Brand view={view} path="/desk" />
          <Menu view={view} label={t.deskMenu} sections={open} current={section} />
        </div>
      </header>
      <main id="main" class="page wrap" tabindex={-1}>
        {breadcrumbs.length > 0 && <Trail view={view} crumbs={breadcrumbs} home="/desk" />}
        <div class={narrow ? 'body' : 'body wide'}>{children}</div>
      </main>
      {view.scripts && <script type="module" src={href(view.scripts.desk)} />}
    </Shell>
  )
}

function DeskBar({ view, department }: { readonly view: View; readonly department?: string }) {
  const { desk } = words(view)
  const name = view.staff?.name
  /** Posts are often called by their department. */
  const said = department !== undefined && name?.startsWith(department)
  return (
    <div class="desk-bar">
      <div class="wrap">
        <p class="who">
          {[view.staff?.outside ? desk.outside : desk.title, said ? undefined : department, name]
            .filter(Boolean)
            .join(' ')}
        </p>
        <a href={at(view, frame.home)}>{desk.publicSide}</a>
        {view.staff && <a href={at(view, frame.notices)}>{desk.notices(view.staff.unread ?? 0)}</a>}
        {view.staff && <a href={at(view, frame.account)}>{desk.account}</a>}
        {view.staff && (
          <form method="post" action={at(view, frame.signOut)}>
            <input type="hidden" name="csrf" value={view.staff.csrf} />
            <button type="submit">{desk.signOut}</button>
          </form>
        )}
      </div>
    </div>
  )
}
