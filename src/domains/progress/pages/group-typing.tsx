import { AskedFields, asked, Faults, optionsOf } from '#design/asked.tsx'
import { Actions, Button } from '#design/button.tsx'
import { longDate } from '#design/dates.ts'
import { Form } from '#design/form.tsx'
import { Masthead } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import { Page } from '#design/page.tsx'
import type { View } from '#design/view.ts'
import type { PlanItem } from '#domains/plan/index.ts'
import { dayStart } from '#platform/calendar.ts'
import type { Filled } from '#platform/form.ts'
import { Qr } from '#platform/qr.tsx'
import type { heardForm, ReportTyped } from '../forms.ts'
import { type Slip, ways } from '../group.ts'
import { urls } from '../group-urls.ts'
import { groupDesk } from '../messages/group-desk.ts'
import type { Report, Round, Scale } from '../progress.ts'
import type { Where } from '../rules/where.ts'
import { type Desk, Frame } from './desk/frame.tsx'
import { allGroupFields, GroupFieldset, groupFieldsOf } from './group-fields.tsx'

export interface TypingProps extends Desk {
  readonly report: Report
  readonly scale: Scale
  readonly where: Where
  readonly item: PlanItem
  readonly typed: ReportTyped
  readonly heard: Filled<typeof heardForm>
  readonly refused?: { readonly reason: string; readonly place: string } | undefined
}

/** 代わりに入力する: what came on paper or by telephone, and with whom it was confirmed. */
export function TypingPage(props: TypingProps) {
  const { view, report, item, heard, refused } = props
  const w = groupDesk(view)
  const fields = groupFieldsOf(props)
  const fault = (place: string) =>
    refused?.place === place ? { fault: w.refusals[refused.reason] ?? refused.reason } : {}
  const own = [
    asked(view, heard, 'way', { label: w.way, open: true, options: optionsOf(ways, w.ways) }),
    asked(view, heard, 'on', { label: w.on, ...fault('on') }),
    asked(view, heard, 'from', { label: w.from, hint: w.fromHint, ...fault('from') }),
  ]
  return (
    <Frame
      {...props}
      narrow
      title={w.paper}
      over={`${item.code} ${report.asked}`}
      lead={w.paperLead}
      crumbs={[{ text: w.title, path: urls.one(report.id) }]}
    >
      <Faults view={view} fields={[...allGroupFields(fields), ...own]} />
      <Form
        view={view}
        action={urls.step(report.id, 'paper')}
        hidden={{ version: String(report.version) }}
      >
        <GroupFieldset view={view} fields={fields} item={item} />
        <AskedFields view={view} fields={own} />
        <Actions>
          <Button>{w.enter}</Button>
        </Actions>
      </Form>
    </Frame>
  )
}

export interface SlipProps {
  readonly view: View
  readonly report: Report
  readonly round: Round
  readonly item: PlanItem
  /** Said here and nowhere else. */
  readonly slip: Slip
}

/** お渡しする紙: the link as a square for a camera and in letters. In Japanese, as it is handed over here. */
export function SlipPage({ view, report, round, item, slip }: SlipProps) {
  const w = groupDesk(view)
  const link = `${view.origin}${urls.report(slip.token)}`
  const day = (on: string) => longDate(view.locale, dayStart(on))
  return (
    <Page view={view} title={w.slipTitle}>
      <Notice view={view}>
        <p>{w.slipLead}</p>
      </Notice>
      <Masthead title={w.slipFor(report.asked)} />
      <p>
        {slip.isAppeal
          ? w.slipAppeal(`${item.code} ${item.title}`, day(slip.until))
          : w.slipText(`${item.code} ${item.title}`, day(round.dueOn), day(slip.until))}
      </p>
      <p>
        <Qr text={link} label={w.slipQr} />
      </p>
      <p>
        <code>{link}</code>
      </p>
      <p>{w.slipSecret}</p>
      <p>{view.site.phone}</p>
    </Page>
  )
}
