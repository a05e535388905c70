import { ButtonLink } from '#design/button.tsx'
import type { View } from '#design/view.ts'
import { proveWords } from '../messages/prove.ts'
import { urls } from '../urls.ts'
import { AskCode } from './ask.tsx'
import { Press } from './fields.tsx'
import { fromMe, Sheet } from './frame.tsx'

export interface ProveProps {
  readonly view: View
  /** Where to go on to afterwards. */
  readonly onward: string
  readonly hasMail: boolean
  /** The code that was sent. */
  readonly code?: string | undefined
  readonly reason?: string | undefined
}

/** ご本人の確認: six digits by mail; who has no mail signs in again. */
export function ProvePage({ view, onward, hasMail, code, reason }: ProveProps) {
  const t = proveWords[view.locale]
  const send = { view, action: urls.proveDo('ask'), hidden: { onward } }
  return (
    <Sheet
      view={view}
      title={t.title}
      lead={hasMail ? t.lead : t.noMail}
      trail={[fromMe(view)]}
      reason={reason}
    >
      {!hasMail && <Press view={view} action={urls.accountDo('leave')} text={t.leave} />}
      {hasMail && !code && <Press {...send} text={t.ask} kind="primary" />}
      {hasMail && code && (
        <>
          <AskCode
            view={view}
            action={urls.prove}
            hidden={{ id: code, onward }}
            go={t.go}
            hint={t.hint}
          />
          <Press {...send} text={t.sendAgain} kind="quiet" />
        </>
      )}
    </Sheet>
  )
}

/** In place of a form that needs it: why, and the way there and back. */
export const ProveFirst = ({ view, onward }: { readonly view: View; readonly onward: string }) => {
  const t = proveWords[view.locale]
  return (
    <div class="stack">
      <p>{t.first}</p>
      <ButtonLink view={view} path={urls.proveFor(onward)} kind="secondary">
        {t.start}
      </ButtonLink>
    </div>
  )
}
