import { AskedFields, asked, Faults } from '#design/asked.tsx'
import { Actions, Button } from '#design/button.tsx'
import { inJapanese } from '#design/desk-tongue.ts'
import { Facts } from '#design/facts.tsx'
import { Field } from '#design/field.tsx'
import { Form } from '#design/form.tsx'
import { Part } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import { at, languageOf } from '#design/view.ts'
import { workWords } from '../../messages/work.ts'
import { urls } from '../../urls.ts'
import { AtPlace } from '../chosen.tsx'
import { DueDay, doneIn, Frame, PointBadge } from './frame.tsx'
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
      title={point.gist}
      titleLang={inJapanese(view).lang}
      over={`${voice.number} ${w.point(point.no)} ${w.kinds[point.kind]}`}
      upNext={props.upNext}
      marks={<PointBadge view={view} state={point.state} />}
      crumbs={[{ text: voice.number, path: urls.work(voice.id) }]}
    >
      <Facts
        pairs={[
          [w.topic, topicName(view, terms.topics, point.topic)],
          [w.section, <span {...inJapanese(view)}>{point.section}</span>],
          ...(voice.state === 'received' || voice.state === 'answering'
            ? [
                [
                  w.due,
                  <DueDay view={view} today={today} dueOn={voice.dueOn} isWaiting={isWaiting} />,
                ] as const,
              ]
            : []),
        ]}
      />
      {point.state === 'returned' && (
        <Notice view={view} kind="warning" title={w.returnedBecause}>
          <p {...inJapanese(view)}>{point.reason}</p>
        </Notice>
      )}
      {original !== null && (
        <details class="desk-fold" open={offers.has('draft') || objection !== null}>
          <summary>{w.original}</summary>
          <p class="lines" lang={languageOf(voice.language)}>
            {original.text || w.originalGone}
          </p>
          {original.point && <AtPlace view={view} placing={props.placing} spot={original.point} />}
        </details>
      )}
      {objection !== null && <Objection {...props} objection={objection} />}
      {offers.has('draft') ? <KeptAnswer {...props} /> : <Said {...props} />}
      <Decisions {...props} />
      <WaysOut {...props} />
    </Frame>
  )
}

/** What is typed stays on the device until it is saved or handed in; gone once it was. */
function KeptAnswer(props: PointProps) {
  const { view, point, isTyped } = props
  const { draftNote } = workWords(view)
  return (
    <div
      data-draft={`voice:${point.id}`}
      data-fresh={isTyped ? '' : undefined}
      data-done={doneIn(view) ? '' : undefined}
      data-kept={draftNote.kept}
      data-found={draftNote.found}
      data-restore={draftNote.restore}
      data-discard={draftNote.discard}
      data-full={draftNote.full}
    >
      <AnswerForm {...props} />
    </div>
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
      <Form view={view} action={urls.point(point.id)} hidden={versionOf(props)}>
        {/* Enter in a field presses the first button of a form: it may save, and never hand in. */}
        <button class="unseen" type="submit" name="do" value="draft" tabindex={-1}>
          {w.saveDraft}
        </button>
        {templates.length > 0 && <Templates {...props} />}
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
          <p class="soft draft-note" role="status" />
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

/** A template goes in with what is written: a button of the same form, so that nothing typed is lost. */
function Templates({ view, point, templates }: PointProps) {
  const w = workWords(view)
  return (
    <>
      <Field
        view={view}
        field={{
          kind: 'select',
          name: 'template',
          label: w.useTemplate,
          hint: w.templateHint,
          options: templates.map(({ id, name }) => ({ value: id, label: name })),
          empty: w.noTemplate,
          plain: true,
        }}
      />
      <Actions>
        <Button
          name="do"
          value="template"
          kind="secondary"
          action={at(view, `${urls.point(point.id)}#f-text`)}
        >
          {w.insertTemplate}
        </Button>
      </Actions>
    </>
  )
}

/** The answer as it stands, to whoever does not write on it now. */
function Said({ view, point, terms }: PointProps) {
  const w = workWords(view)
  const { text, disposition, promised } = point.answer
  const tongue = view.locale === 'en' || view.locale === 'ko' ? 'en' : 'ja'
  const name = terms.dispositions.find(({ key }) => key === disposition)?.[tongue] ?? disposition
  const reason = 'reason' in point && point.state !== 'returned' ? point.reason : ''
  const said = (words: string) => (
    <span class="lines" {...inJapanese(view)}>
      {words}
    </span>
  )
  const pairs = [
    ...(text ? [[w.answer, said(text)] as const] : []),
    ...(disposition ? [[w.disposition, name] as const] : []),
    ...(promised
      ? [[w.promise, said(`${promised.text} (${w.day(promised.followUpOn)})`)] as const]
      : []),
    ...(point.state === 'transferred' ? [[w.transferTo, said(point.to)] as const] : []),
    ...(reason ? [[w.reason, said(reason)] as const] : []),
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

const waysOut = [
  'link',
  'decide',
  'reassign',
  'retriage',
  'circulate',
  'transfer',
  'decline',
] as const

function WaysOut(props: PointProps) {
  const { view, point, offers } = props
  const w = workWords(view)
  if (!waysOut.some((one) => offers.has(one))) return null
  return (
    <Part view={view} id="ways" title={w.toDo}>
      {offers.has('decide') && (
        <p>
          <a href={at(view, urls.decision(point.id))}>{w.tabs.decisions}</a>
        </p>
      )}
      {offers.has('link') && (
        <p>
          <a href={at(view, urls.items(point.id))}>{w.planItems}</a>
        </p>
      )}
      {offers.has('reassign') && <Asking {...props} step="reassign" title={w.reassign} />}
      {offers.has('retriage') && <Asking {...props} step="correct" title={w.correct} />}
      {offers.has('circulate') && (
        <Asking {...props} step="circulate" title={w.circulate} hint={w.circulateHint} />
      )}
      {offers.has('transfer') && <Asking {...props} step="transfer" title={w.transfer} />}
      {offers.has('decline') && <Asking {...props} step="decline" title={w.decline} />}
    </Part>
  )
}

function Objection(props: PointProps & { readonly objection: { id: string; text: string } }) {
  const { view, voice, point, offers, objection, among } = props
  const w = workWords(view)
  return (
    <Notice view={view} kind="warning" title={w.objection}>
      <p class="lines" lang={languageOf(voice.language)}>
        {objection.text}
      </p>
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
