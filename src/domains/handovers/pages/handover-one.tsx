import { Actions, Button } from '#design/button.tsx'
import { Facts } from '#design/facts.tsx'
import { Field } from '#design/field.tsx'
import { Form } from '#design/form.tsx'
import { Part } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import { Table } from '#design/table.tsx'
import { at } from '#design/view.ts'
import type { Serving } from '#domains/staff/index.ts'
import type { Handover, Thing } from '../handover.ts'
import { deskWords, inJapanese, toldIn } from '../messages/desk.ts'
import { urls } from '../urls.ts'
import type { HandoverAction } from '../workflow.ts'
import { type Desk, Frame, StateOf } from './frame.tsx'

export interface HandoverProps extends Desk {
  readonly handover: Handover
  readonly section: string
  readonly things: readonly Thing[]
  readonly offers: ReadonlySet<HandoverAction>
  readonly candidates: readonly Serving[]
  readonly nameOf: (id: string | null) => string
  readonly late: boolean
  readonly said: string
  readonly fault?: string
}

/** One hand-over: what there is, notes for the successor, passing, receiving. */
export function HandoverPage(props: HandoverProps) {
  const { view, handover: h, section, things, offers, candidates, nameOf, late, fault } = props
  const w = deskWords(view)
  const successor = nameOf(h.successor)
  const step = (name: string) => urls.step(h.id, name)
  return (
    <Frame {...props} title={w.of(nameOf(h.user))} inner>
      <p>
        <StateOf view={view} of={h} late={late} />
      </p>
      {fault && (
        <Notice view={view} kind="danger" live>
          <p>{fault}</p>
        </Notice>
      )}
      <Facts
        pairs={[
          [w.section, <span {...inJapanese(view)}>{`${section} ${h.post}`}</span>],
          [w.lastDay, w.day(h.endsOn)],
          [w.successor, successor ? <span {...inJapanese(view)}>{successor}</span> : w.noSuccessor],
          [w.due, w.day(h.dueOn)],
        ]}
      />
      {offers.has('choose') && (
        <Part view={view} id="successor" title={w.choose}>
          {candidates.length === 0 ? (
            <p>{w.chooseNone}</p>
          ) : (
            <Form view={view} action={step('choose')}>
              <Field
                view={view}
                field={{
                  kind: 'select',
                  name: 'successor',
                  label: w.successor,
                  plain: true,
                  value: h.successor ?? '',
                  options: candidates.map((c) => ({ value: c.user, label: `${c.name} ${c.post}` })),
                }}
              />
              <Actions>
                <Button kind="secondary">{w.choose}</Button>
              </Actions>
            </Form>
          )}
        </Part>
      )}
      <Part view={view} id="things" title={w.things}>
        {things.length === 0 ? <p>{w.thingsNone}</p> : <Things {...props} />}
        {offers.has('pass') && (
          <Form view={view} action={step('pass')}>
            <Actions>
              {things.length === 0 ? (
                <Button kind="secondary">{w.passNothing}</Button>
              ) : (
                <Button>{w.passAll}</Button>
              )}
            </Actions>
          </Form>
        )}
        {offers.has('receive') && (
          <Form view={view} action={step('receive')}>
            <p>{w.receiveWhat}</p>
            <Actions>
              <Button>{w.receive}</Button>
            </Actions>
          </Form>
        )}
        {offers.has('close') && (
          <Form view={view} action={step('close')}>
            <Actions>
              <Button>{w.close}</Button>
            </Actions>
          </Form>
        )}
      </Part>
      {offers.has('note') ? <Notes {...props} /> : h.note && <p {...inJapanese(view)}>{h.note}</p>}
      <Actions>
        <a href={urls.book(h.id)}>{w.book}</a>
      </Actions>
    </Frame>
  )
}

function Things({ view, handover, things, offers }: HandoverProps) {
  const w = deskWords(view)
  return (
    <Table
      view={view}
      caption={w.things}
      quietCaption
      columns={[
        {
          label: w.thing,
          role: 'heading',
          cell: (t: Thing) => (
            <a href={at(view, t.path)} {...inJapanese(view)}>
              {t.title}
            </a>
          ),
        },
        { label: w.kind, cell: (t) => w.kinds[t.kind] ?? t.kind },
        { label: w.about, cell: (t) => toldIn(view, t.about) },
        {
          label: w.notes,
          cell: (t) => (t.note ? <span {...inJapanese(view)}>{t.note}</span> : '—'),
        },
        {
          label: w.state,
          cell: (t) =>
            t.outcome === 'waiting' && offers.has('passOne') ? (
              <Form
                view={view}
                action={urls.step(handover.id, 'pass-one')}
                hidden={{ thing: `${t.kind}:${t.id}` }}
              >
                <Button kind="quiet">{w.passOne}</Button>
              </Form>
            ) : (
              w.outcomes[t.outcome]
            ),
        },
      ]}
      rows={things}
    />
  )
}

function Notes({ view, handover, things }: HandoverProps) {
  const w = deskWords(view)
  return (
    <Part view={view} id="notes" title={w.notes} lead={w.notesHint}>
      <Form view={view} action={urls.step(handover.id, 'note')}>
        <div class="stack">
          <Field
            view={view}
            field={{
              kind: 'textarea',
              name: 'note',
              label: w.whole,
              plain: true,
              value: handover.note,
              rows: 4,
            }}
          />
          {things.map((t) => (
            <Field
              view={view}
              field={{
                kind: 'textarea',
                name: `${t.kind}:${t.id}`,
                label: w.noteOf(t.title),
                plain: true,
                value: t.note,
                rows: 2,
              }}
            />
          ))}
        </div>
        <Actions>
          <Button kind="secondary">{w.saveNotes}</Button>
        </Actions>
      </Form>
    </Part>
  )
}
