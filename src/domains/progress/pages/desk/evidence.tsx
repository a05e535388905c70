import { AskedFields } from '#design/asked.tsx'
import { Actions, Button } from '#design/button.tsx'
import { ErrorSummary, Form } from '#design/form.tsx'
import { Part } from '#design/masthead.tsx'
import type { View } from '#design/view.ts'
import type { FileId, ReportFile } from '../../evidence.ts'
import { evidenceWords } from '../../messages/evidence.ts'
import type { Report } from '../../progress.ts'
import { urls } from '../../urls.ts'
import type { ProgressAction } from '../../workflow.ts'
import { FileList, type FileRow, FileRows, fileFieldsOf, TakeOff } from '../evidence.tsx'

export interface DeskEvidence {
  readonly files: readonly ReportFile[]
  readonly rows: readonly FileRow[]
  /** A file that was to be withdrawn without a reason. */
  readonly withdrawing?: { readonly id: FileId; readonly text: string }
}

interface EvidencePartProps extends DeskEvidence {
  readonly view: View
  readonly report: Report
  readonly offers: ReadonlySet<ProgressAction>
}

/** 写真と資料 of one report, with what this person may do about them now. */
export function EvidencePart(props: EvidencePartProps) {
  const { view, report, files, rows, offers, withdrawing } = props
  const e = evidenceWords[view.locale]
  const adds = offers.has('addFile')
  const fields = fileFieldsOf(view, rows)
  return (
    <Part view={view} id="files" title={e.title} {...(adds && { lead: e.lead })}>
      {files.length === 0 && <p class="soft">{e.none}</p>}
      <FileList
        view={view}
        files={files}
        addressOf={urls.file}
        beside={({ id, title }) => (
          <>
            {offers.has('removeFile') && (
              <Form view={view} action={urls.takeOff(report.id, id)}>
                <TakeOff view={view} title={title} />
              </Form>
            )}
            {offers.has('withdrawFile') && (
              <Withdraw
                view={view}
                action={urls.takeOff(report.id, id)}
                id={id}
                error={withdrawing?.id === id ? withdrawing.text : undefined}
              />
            )}
          </>
        )}
      />
      {report.state === 'submitted' && <p class="soft">{e.fixed}</p>}
      {adds && (
        <>
          <ErrorSummary
            view={view}
            faults={fields.flatMap((row, i) =>
              row.flatMap(({ name, label, error }) =>
                error === undefined
                  ? []
                  : [{ name, label: `${e.row(i + 1)} ${label}`, text: error }],
              ),
            )}
          />
          <ul class="bullets">
            {e.rules.map((rule) => (
              <li>{rule}</li>
            ))}
          </ul>
          <Form view={view} action={urls.files(report.id)} multipart>
            <FileRows view={view} fields={fields} />
            <Actions>
              <Button>{e.add}</Button>
            </Actions>
          </Form>
        </>
      )}
    </Part>
  )
}

function Withdraw(props: {
  readonly view: View
  readonly action: string
  readonly id: FileId
  readonly error: string | undefined
}) {
  const { view, action, id, error } = props
  const e = evidenceWords[view.locale]
  const field = {
    kind: 'text',
    name: 'reason',
    among: id,
    label: e.reason,
    hint: e.withdrawLead,
    required: true,
    max: 300,
    ...(error !== undefined && { error }),
  } as const
  return (
    <details class="desk-fold" open={error !== undefined}>
      <summary>{e.withdraw}</summary>
      <Form view={view} action={action}>
        <AskedFields view={view} fields={[field]} />
        <Actions>
          <Button kind="secondary">{e.withdraw}</Button>
        </Actions>
      </Form>
    </details>
  )
}
