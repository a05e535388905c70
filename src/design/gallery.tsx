import { ChartSpecimens } from './gallery/charts.tsx'
import { FigureSpecimens } from './gallery/figures.tsx'
import { FormSpecimens } from './gallery/forms.tsx'
import { ListSpecimens } from './gallery/lists.tsx'
import { TextSpecimens } from './gallery/texts.tsx'
import { Masthead } from './masthead.tsx'
import { Page } from './page.tsx'
import type { View } from './view.ts'

export interface GalleryProps {
  readonly view: View
}

/** /design: every part in every state, with its name and when to use it. For those who build pages. */
export function Gallery({ view }: GalleryProps) {
  return (
    <Page
      view={view}
      title="見本帳 Design"
      description="共にのページをつくる部品の見本。"
      wide
      section="about"
      welcome
      breadcrumbs={[{ text: 'このサイトについて', path: '/about' }]}
    >
      <Masthead
        over="Gallery"
        title="見本帳"
        lead="ページはここにある部品だけで組みます。名前は src/design のファイルの中の関数です。"
      />
      <TextSpecimens view={view} />
      <FigureSpecimens view={view} />
      <ChartSpecimens view={view} />
      <ListSpecimens view={view} />
      <FormSpecimens view={view} />
    </Page>
  )
}
