import { Actions, ButtonLink } from '#design/button.tsx'
import { Blocks } from '#design/document.tsx'
import { Part } from '#design/masthead.tsx'
import type { Document } from '#platform/document.ts'
import { deskWords } from '../../messages/desk.ts'
import { type Format, urls } from '../../urls.ts'
import { type PlanDesk, PlanFrame } from './frame.tsx'

export interface PreviewProps extends PlanDesk {
  readonly document: Document
  readonly isPublic: boolean
}

const formats = ['pdf', 'xlsx', 'csv', 'json'] as const satisfies readonly Format[]

/** The text as residents will read it, and its files. */
export function PreviewPage(props: PreviewProps) {
  const { view, plan, document, isPublic } = props
  const { d, t } = deskWords(view)
  return (
    <PlanFrame {...props} title={d.preview.title} lead={d.preview.lead} tab="preview">
      <Part view={view} id="files" title={d.preview.files} lead={d.preview.filesLead}>
        <Actions>
          {formats.map((format) => (
            <ButtonLink
              view={view}
              path={urls.deskPath(plan.fiscalYear, `plan.${format}`)}
              kind="secondary"
            >
              {t[format]}
            </ButtonLink>
          ))}
          {isPublic && (
            <ButtonLink view={view} path={urls.year(plan.fiscalYear)} kind="quiet">
              {d.preview.publicPage}
            </ButtonLink>
          )}
        </Actions>
      </Part>
      <Part view={view} id="body" title={d.preview.body}>
        <div class="desk-preview" lang={document.lang}>
          <p class="over">{document.over}</p>
          <p class="desk-preview-title">{document.title}</p>
          <p>{document.subtitle}</p>
          <Blocks view={view} blocks={document.blocks} />
        </div>
      </Part>
    </PlanFrame>
  )
}
