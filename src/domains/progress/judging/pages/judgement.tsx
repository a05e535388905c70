import { AskedFields, Faults } from '#design/asked.tsx'
import { Actions, Button } from '#design/button.tsx'
import { DeskPage } from '#design/desk-page.tsx'
import { Facts } from '#design/facts.tsx'
import { Form } from '#design/form.tsx'
import { Masthead, Part } from '#design/masthead.tsx'
import type { View } from '#design/view.ts'
import type { Filled } from '#platform/form.ts'
import { stepOf } from '../../rules/report.ts'
import type { verdictForm } from '../forms.ts'
import type { Judgement } from '../judging.ts'
import { deskWords } from '../messages/desk.ts'
import type { JudgedItem, JudgingYear } from '../rules/year.ts'
import { urls } from '../urls.ts'
import type { JudgingAction } from '../workflow.ts'
import { Done, LayerTable, Papers, StepBadge } from './parts.tsx'
import { verdictFields, verdictPairs } from './verdict.tsx'
import { Between, type Wrong } from './wrong.tsx'

export interface JudgementProps {
  readonly view: View
  readonly year: JudgingYear
  readonly judged: JudgedItem
  readonly judgement: Judgement
  readonly offers: ReadonlySet<JudgingAction>
  readonly form: Filled<ReturnType<typeof verdictForm>>
  readonly wrong?: Wrong
  readonly done: string | null
}

/** One of the city's own layers, of one item: what is known of it, and the form. */
export function JudgementPage(props: JudgementProps) {
  const { view, year, judged, judgement, offers, form, wrong, done } = props
  const d = deskWords(view)
  const { item } = judged.progress
  const fields = verdictFields(view, d, form, year.scale, wrong?.faults ?? {}, d.comment)
  const back = judgement.layer === 'section' ? urls.own : urls.one(year.committee.id)
  const open = year.committee.state === 'preparing'
  return (
    <DeskPage
      view={view}
      title={`${item.code} ${item.title}`}
      breadcrumbs={[
        { text: d.title, path: urls.desk },
        { text: judgement.layer === 'section' ? d.own : d.layers.secretariat, path: back },
      ]}
    >
      <Faults view={view} fields={fields} />
      <Masthead over={d.layers[judgement.layer]} title={`${item.code} ${item.title}`} lang="ja" />
      <Done view={view} done={done} />
      <Between
        view={view}
        words={d}
        wrong={wrong}
        isOpen={open && offers.has('give')}
        pairs={wrong?.of ? [] : verdictPairs(d, year.scale, judgement.verdict, form, d.comment)}
      />
      <Papers view={view} words={d} judged={judged} />
      <LayerTable view={view} words={d} judged={judged} scale={year.scale} />
      {open && offers.has('give') && (
        <Part view={view} id="verdict" title={d.layers[judgement.layer]}>
          <Form
            view={view}
            action={urls.judgement(judgement.id)}
            hidden={{ version: String(judgement.version) }}
          >
            <AskedFields view={view} fields={fields} />
            <Actions>
              <Button name="does" value="give">
                {d.judgeGive}
              </Button>
              <Button kind="secondary" name="does" value="save" unchecked>
                {d.keep}
              </Button>
            </Actions>
          </Form>
        </Part>
      )}
      {judgement.state === 'given' && (
        <Facts
          pairs={[
            [d.value, <StepBadge step={stepOf(year.scale, judgement.verdict.value)} />],
            [d.comment, <span lang="ja">{judgement.verdict.comment}</span>],
          ]}
        />
      )}
      {open && offers.has('takeBack') && (
        <Form
          view={view}
          action={urls.judgement(judgement.id)}
          hidden={{ version: String(judgement.version) }}
        >
          <Actions>
            <Button kind="quiet" name="does" value="back">
              {d.judgeTakeBack}
            </Button>
          </Actions>
        </Form>
      )}
    </DeskPage>
  )
}
