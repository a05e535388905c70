import { AskedFields } from '#design/asked.tsx'
import { Actions, Button } from '#design/button.tsx'
import type { AskedField } from '#design/field-kinds.ts'
import { FieldSet } from '#design/form.tsx'
import type { View } from '#design/view.ts'
import { messages } from '../messages/group.ts'
import type { Report, Scale } from '../progress.ts'
import { stepOf } from '../rules/report.ts'
import { InJapanese } from './public/words.tsx'

interface SameProps {
  readonly view: View
  readonly report: Report
  readonly scale: Scale
  /** Why nothing has changed. */
  readonly field: AskedField
}

/** 前と同じです: in the form of the text, so that whoever has written after all loses nothing by it. */
export function Same({ view, report, scale, field }: SameProps) {
  const g = messages[view.locale]
  const { value, result } = report.content
  const gist = [stepOf(scale, value)?.label, result].filter(Boolean).join(': ')
  return (
    <FieldSet legend={g.sameTitle} hint={g.sameLead}>
      <p>
        <span class="soft">{g.saidBefore}</span> <InJapanese view={view} text={gist} />
      </p>
      <AskedFields view={view} fields={[field]} />
      <Actions>
        <Button kind="secondary" name="step" value="unchanged">
          {g.saySame}
        </Button>
      </Actions>
    </FieldSet>
  )
}
