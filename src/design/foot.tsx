import { telephone } from './href.ts'
import { words } from './messages.ts'
import { frame } from './sections.ts'
import { at, type View } from './view.ts'

export interface FootProps {
  readonly view: View
}

/** 奥付: whom to call and when, the ways on paper, what the city promises about the site. */
export function Foot({ view }: FootProps) {
  const { foot, reader } = words(view)
  const { site } = view
  return (
    <footer class="foot">
      <div class="wrap">
        <div class="halves">
          <div class="stack-tight">
            <h2>{foot.contact}</h2>
            <p>
              {foot.phone}{' '}
              <a class="phone" href={telephone(site.phone)}>
                {site.phone}
              </a>
            </p>
            <p>
              {foot.hours}: {site.hours}
            </p>
            <p>
              {foot.address}: {site.address}
            </p>
          </div>
          <div class="stack-tight">
            <h2>{foot.paper}</h2>
            <p>{foot.paperText}</p>
            <p>
              <a href={at(view, frame.paper)}>{foot.paper}</a>
            </p>
          </div>
        </div>
        {site.notice && <p class="demo">{site.notice}</p>}
        <ul class="links cluster">
          <li>
            <a href={at(view, frame.reader)}>{reader.title}</a>
          </li>
          <li>
            <a href={at(view, frame.accessibility)}>{foot.accessibility}</a>
          </li>
          <li>
            <a href={at(view, frame.licence)}>{foot.licence}</a>
          </li>
          <li>
            <a href={at(view, frame.signIn)}>{foot.staff}</a>
          </li>
        </ul>
      </div>
    </footer>
  )
}
