import { DeskPage } from '#design/desk-page.tsx'
import { Facts } from '#design/facts.tsx'
import { ConfirmPanel } from '#design/form.tsx'
import { Masthead, Part } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import type { View } from '#design/view.ts'
import { deskWords } from '../messages/desk.ts'
import type { Issue } from '../newsletter.ts'
import { urls } from '../urls.ts'
import { segmentWords } from './desk.tsx'
import type { Shown } from './issue.tsx'
import { WrittenView } from './public.tsx'

export interface PreviewProps {
  readonly view: View
  readonly issue: Issue
  /** By language: what the mail says in plain text. */
  readonly mails: readonly {
    readonly language: string
    readonly lang: 'ja' | 'en' | 'ko'
    readonly text: string
  }[]
}

export function PreviewPage({ view, issue, mails }: PreviewProps) {
  const d = deskWords(view)
  const { id, content } = issue
  return (
    <DeskPage
      view={view}
      title={d.preview}
      breadcrumbs={[
        { text: d.title, path: urls.desk },
        { text: content.ja.title, path: urls.one(id), lang: 'ja' },
      ]}
    >
      <Masthead title={d.preview} lead={d.previewMailLead} />
      <Part view={view} id="web" title={d.previewWeb}>
        <WrittenView view={view} content={content} />
      </Part>
      {mails.map(({ language, lang, text }, place) => (
        <Part view={view} id={`mail-${place}`} title={`${d.previewMail} ${language}`}>
          <pre lang={lang}>{text}</pre>
        </Part>
      ))}
    </DeskPage>
  )
}

export interface SendProps extends Shown {
  readonly count: number
}

/** 確認: how many and who, once more, before what cannot be undone. */
export function SendPage(props: SendProps) {
  const { view, issue, count } = props
  const d = deskWords(view)
  const { id, content, segment } = issue
  return (
    <DeskPage
      view={view}
      title={d.send}
      breadcrumbs={[
        { text: d.title, path: urls.desk },
        { text: content.ja.title, path: urls.one(id), lang: 'ja' },
      ]}
    >
      <Masthead title={content.ja.title} lang="ja" />
      {count === 0 ? (
        <Notice view={view} kind="warning">
          <p>{d.nobody}</p>
        </Notice>
      ) : (
        <ConfirmPanel
          view={view}
          title={d.sendAsk(count)}
          action={urls.send(id)}
          confirm={d.sendGo(count)}
          back={urls.one(id)}
          hidden={{ count: String(count) }}
        >
          <Facts
            pairs={[
              [d.segment, segmentWords(view, segment, props)],
              [d.recipients, d.count(count)],
            ]}
          />
          <p>{d.sendText}</p>
        </ConfirmPanel>
      )}
    </DeskPage>
  )
}
