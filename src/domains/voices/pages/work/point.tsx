import { AskedFields, asked, Faults } from '#design/asked.tsx'
import { Actions, Button } from '#design/button.tsx'
import { inJapanese } from '#design/desk-tongue.ts'
import { Facts } from '#design/facts.tsx'
import { Form } from '#design/form.tsx'
import { Part } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import { at } from '#design/view.ts'
import { workWords } from '../../messages/work.ts'
import { urls } from '../../urls.ts'
import { DueDay, Frame, PointBadge } from './frame.tsx'
import { Asking, fieldsOf, type PointProps, versionOf } from './point-steps.tsx'
import { FoldedStep, PlainStep } from './steps.tsx'
import { topicName } from './triage.tsx'

/** One point: its words, the answer, and every step that this person may take with it now. */
export function PointPage(props: PointProps) {
  const { view, today, point, voice, original, offers, terms, objection } = props
  const w = workWords(view)
  const isWaiting = voice.waitingSince !== null
  return (
    <Frame
      {...props}
      title={`${voice.number} ${w.point(point.no)}`}
      over={w.kinds[point.kind]}
      lead={<span {...inJapanese(view)}>{point.gist}</span>}
      marks={<PointBadge view={view} state={point.state} />}
      crumbs={[{ text: voice.number, path: urls.work(voice.id) }]}
    >
      <Facts
        pairs={[
          [w.topic, topicName(view, terms.topics, point.topic)],
          [w.section, <span {...inJapanese(view)}>{point.section}</span>],
          [w.due, <DueDay view={view} today={today} dueOn={voice.dueOn} isWaiting={isWaiting} />],
        ]}
      />
      {point.state === 'returned' && (
        <Notice view={view} kind="warning" title={w.returnedBecause}>
          <p {...inJapanese(view)}>{point.reason}</p>
        </Notice>
      )}
      {original !== null && (
        <details class="desk-fold">
          <summary>{w.original}</summary>
          <p class="lines" lang={voice.language === 'easy' ? 'ja' : voice.language}>
            {original.text}
          </p>
        </details>
      )}
      {objection !== null && <Objection {...props} objection={objection} />}
      {offers.has('draft') ? <AnswerForm {...props} /> : <Said {...props} />}
      <Decisions {...props} />
      {(offers.has('link') || offers.has('decide')) && (
        <ul class="bullets">
          {offers.has('link') && (
            <li>
              <a href={at(view, urls.items(point.id))}>{w.planItems}</a>
            </li>
          )}
          {offers.has('decide') && (
            <li>
              <a href={at(view, urls.decision(point.id))}>{w.tabs.decisions}</a>
            </li>
          )}
        </ul>
      )}
      <WaysOut {...props} />
    </Frame>
  )
}

function AnswerForm(props: PointProps) {
  const { view, point, terms, answer, refused, templates, similar } = props
  const w = workWords(view)
  const tongue = view.locale === 'en' || view.locale === 'ko' ? 'en' : 'ja'
  const fault = (field: string) => (refused?.field === field ? { fault: refused.text } : {})
  const fields = [
    asked(view, answer, 'text', { label: w.answer, rows: 8, ...fault('text') }),
    asked(view, answer, 'disposition', {
      label: w.disposition,
      options: terms.dispositions.map((one) => ({ value: one.key, label: one[tongue] })),
      empty: '—',
      ...fault('disposition'),
    }),
    asked(view, answer, 'promise', {
      label: w.promise,
      hint: w.promiseHint,
      rows: 2,
      ...fault('promise'),
    }),
    asked(view, answer, 'followUpOn', { label: w.followUpOn, ...fault('followUpOn') }),
  ]
  return (
    <Part view={view} id="answer" title={w.answer}>
      <Faults view={view} fields={fields} />
      {templates.length > 0 && (
        <Form view={view} action={urls.point(point.id)} method="get">
          <label for="f-template">{w.useTemplate}</label>
          <select class="input" id="f-template" name="template">
            {templates.map(({ id, name }) => (
              <option value={id}>{name}</option>
            ))}
          </select>
          <Actions>
            <Button kind="quiet">{w.insertTemplate}</Button>
          </Actions>
        </Form>
      )}
      <Form view={view} action={urls.point(point.id)} hidden={versionOf(props)}>
        <AskedFields view={view} fields={fields} />
        <div class="desk-save">
          <Actions>
            <Button name="do" value="submit">
              {w.submit}
            </Button>
            <Button name="do" value="draft" kind="secondary">
              {w.saveDraft}
            </Button>
          </Actions>
        </div>
      </Form>
      <Part view={view} id="similar" title={w.similar} level={3} lead={w.similarLead}>
        {similar.length === 0 && <p class="soft">{w.noSimilar}</p>}
        <ul class="entries">
          {similar.map((one) => (
            <li class="entry">
              <div class="entry-text" {...inJapanese(view)}>
                <h4>
                  <a href={at(view, urls.one(one.number))}>{one.number}</a> {one.gist}
                </h4>
                <p class="lines">{one.answer}</p>
              </div>
            </li>
          ))}
        </ul>
      </Part>
    </Part>
  )
}

/** The answer as it stands, to whoever does not write on it now. */
function Said({ view, point, terms }: PointProps) {
  const w = workWords(view)
  const { text, disposition, promised } = point.answer
  const tongue = view.locale === 'en' || view.locale === 'ko' ? 'en' : 'ja'
  const name = terms.dispositions.find(({ key }) => key === disposition)?.[tongue] ?? disposition
  const reason = 'reason' in point && point.state !== 'returned' ? point.reason : ''
  const pairs = [
    ...(text ? [[w.answer, <span class="lines">{text}</span>] as const] : []),
    ...(disposition ? [[w.disposition, name] as const] : []),
    ...(promised ? [[w.promise, `${promised.text} (${w.day(promised.followUpOn)})`] as const] : []),
    ...(point.state === 'transferred' ? [[w.transferTo, point.to] as const] : []),
    ...(reason ? [[w.reason, <span class="lines">{reason}</span>] as const] : []),
  ]
  return pairs.length ? (
    <Part view={view} id="answer" title={w.answer}>
      <Facts pairs={pairs} />
    </Part>
  ) : null
}

function Decisions(props: PointProps) {
  const { view, point, offers } = props
  const w = workWords(view)
  const hidden = versionOf(props)
  const step = (name: string) => urls.pointStep(point.id, name)
  const may = offers.has('approve')
  return (
    <>
      {may && (
        <Form view={view} action={step('approve')} hidden={hidden}>
          <Actions>
            <Button>{w.approve}</Button>
          </Actions>
        </Form>
      )}
      {point.state === 'submitted' && !may && offers.has('takeBack') && (
        <p class="hint">{w.ownAnswer}</p>
      )}
      {offers.has('takeBack') && (
        <PlainStep view={view} action={step('take-back')} title={w.takeBack} hidden={hidden} />
      )}
      {offers.has('reopen') && (
        <PlainStep view={view} action={step('reopen')} title={w.reopen} hidden={hidden} />
      )}
      {offers.has('giveBack') && <Asking {...props} step="give-back" title={w.giveBack} />}
    </>
  )
}

function WaysOut(props: PointProps) {
  const { view, offers } = props
  const w = workWords(view)
  return (
    <>
      {offers.has('reassign') && <Asking {...props} step="reassign" title={w.reassign} />}
      {offers.has('retriage') && <Asking {...props} step="correct" title={w.correct} />}
      {offers.has('circulate') && (
        <Asking {...props} step="circulate" title={w.circulate} hint={w.circulateHint} />
      )}
      {offers.has('transfer') && <Asking {...props} step="transfer" title={w.transfer} />}
      {offers.has('decline') && <Asking {...props} step="decline" title={w.decline} />}
    </>
  )
}

function Objection(props: PointProps & { readonly objection: { id: string; text: string } }) {
  const { view, point, offers, objection, among } = props
  const w = workWords(view)
  return (
    <Notice view={view} kind="warning" title={w.objection}>
      <p class="lines">{objection.text}</p>
      {offers.has('settle') && (
        <FoldedStep
          view={view}
          action={urls.pointStep(point.id, 'settle')}
          title={w.settle}
          hidden={{ ...versionOf(props), objection: objection.id }}
          fields={fieldsOf(props, 'settle')}
          isOpen={among === 'settle'}
        />
      )}
    </Notice>
  )
}
