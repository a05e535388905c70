import { AskedFields, asked, Faults } from '#design/asked.tsx'
import { Actions, Button, ButtonLink } from '#design/button.tsx'
import { plainDate } from '#design/dates.ts'
import { DeskPage } from '#design/desk-page.tsx'
import { Field } from '#design/field.tsx'
import { ConfirmPanel, Form } from '#design/form.tsx'
import { EmptyState } from '#design/list.tsx'
import { Masthead, Part } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import { frame } from '#design/sections.ts'
import { Table } from '#design/table.tsx'
import { at, type View } from '#design/view.ts'
import type { Filled } from '#platform/form.ts'
import type { wordForm } from '../forms.ts'
import { deskWords, inJapanese } from '../messages/desk.ts'
import type { FaultAt } from '../rules/list.ts'
import { urls } from '../urls.ts'
import type { Word } from '../word.ts'

type WordForm = Filled<typeof wordForm>

export interface WordsProps {
  readonly view: View
  readonly words: readonly Word[]
  readonly mayKeep: boolean
  readonly done: string | null
  readonly form: WordForm
  /** The word is in the list already. */
  readonly fault?: string
  readonly fileFault?: string
  readonly lineFaults?: readonly FaultAt[]
}

/** The list, and below it how it grows. */
export function WordsPage(props: WordsProps) {
  const { view, words, mayKeep, done } = props
  const d = deskWords(view)
  const examples = words.filter(({ isExample }) => isExample).length
  return (
    <DeskPage view={view} title={d.title}>
      <Done view={view} done={done} />
      <Masthead title={d.title} lead={d.lead} />
      {words.length === 0 ? (
        <EmptyState title={d.none}>
          <p>{d.noneTodo}</p>
        </EmptyState>
      ) : (
        <>
          <p class="soft">{d.count(words.length, examples)}</p>
          <Table
            view={view}
            caption={d.title}
            quietCaption
            columns={[
              {
                label: d.word,
                role: 'heading',
                cell: ({ word }: Word) => <span {...inJapanese(view)}>{word}</span>,
              },
              {
                label: d.instead,
                cell: (w) => <span {...inJapanese(view)}>{w.instead || '—'}</span>,
              },
              { label: d.why, cell: (w) => <span {...inJapanese(view)}>{w.why}</span> },
              { label: d.state, cell: (w) => (w.isExample ? d.example : d.own) },
              { label: d.changed, cell: (w) => plainDate(view.locale, w.changedAt) },
            ]}
            rows={words}
            to={({ id }) => (mayKeep ? urls.one(id) : null)}
          />
          <Actions>
            <ButtonLink view={view} path={urls.file} kind="secondary">
              {d.csv}
            </ButtonLink>
          </Actions>
        </>
      )}
      {mayKeep && <Growing {...props} />}
    </DeskPage>
  )
}

function Growing({ view, form, fault, fileFault, lineFaults = [] }: WordsProps) {
  const d = deskWords(view)
  const fields = fieldsOf(view, form, fault)
  return (
    <>
      <Part view={view} id="add" title={d.add}>
        <Faults view={view} fields={fields} />
        <Form view={view} action={urls.list}>
          <AskedFields view={view} fields={fields} />
          <Actions>
            <Button>{d.addGo}</Button>
          </Actions>
        </Form>
      </Part>
      <Part view={view} id="take-in" title={d.takeIn}>
        {lineFaults.length > 0 && (
          <Notice view={view} kind="danger" live>
            <ul class="bullets">
              {lineFaults.slice(0, 50).map(({ line, fault, found }) => (
                <li>{d.faultAt(line, (d.faults[fault] as (f: string) => string)(found))}</li>
              ))}
            </ul>
          </Notice>
        )}
        <Form view={view} action={urls.takeIn} multipart>
          <Field
            view={view}
            field={{
              kind: 'file',
              name: 'file',
              label: d.file,
              hint: d.fileHint,
              required: true,
              accept: '.csv',
              ...(fileFault !== undefined && { error: fileFault }),
            }}
          />
          <Actions>
            <Button kind="secondary">{d.takeIn}</Button>
          </Actions>
        </Form>
        <Form view={view} action={urls.examples}>
          <p class="soft">{d.examplesWhat}</p>
          <Actions>
            <Button kind="quiet">{d.examples}</Button>
          </Actions>
        </Form>
      </Part>
    </>
  )
}

export interface WordProps {
  readonly view: View
  readonly word: Word
  readonly form: WordForm
  readonly fault?: string
}

/** One word: changing it, taking an example over, taking it out. */
export function WordPage({ view, word, form, fault }: WordProps) {
  const d = deskWords(view)
  const fields = fieldsOf(view, form, fault)
  const version = String(word.version)
  return (
    <DeskPage
      view={view}
      title={`${d.title}: ${word.word}`}
      breadcrumbs={[{ text: d.title, path: urls.list }]}
    >
      <Faults view={view} fields={fields} />
      <Masthead over={d.title} title={word.word} lang="ja" />
      {word.isExample && (
        <Notice view={view}>
          <p>{d.takeOver}</p>
        </Notice>
      )}
      <Form view={view} action={urls.one(word.id)} hidden={{ version }}>
        <AskedFields view={view} fields={fields} />
        <Actions>
          <Button>{d.save}</Button>
        </Actions>
      </Form>
      <p class="desk-gap">
        {d.history}: <a href={at(view, `${frame.ledger}?subject=${word.id}`)}>{d.historyLink}</a>
      </p>
      <Part view={view} id="remove" title={d.remove}>
        <ConfirmPanel
          view={view}
          title={d.removeAsk(word.word)}
          action={urls.remove(word.id)}
          confirm={d.remove}
          kind="danger"
          back={urls.list}
          hidden={{ version }}
        >
          <p>{d.removeWhat}</p>
        </ConfirmPanel>
      </Part>
    </DeskPage>
  )
}

function fieldsOf(view: View, form: WordForm, fault: string | undefined) {
  const d = deskWords(view)
  return [
    asked(view, form, 'word', { label: d.word, hint: d.wordHint, fault }),
    asked(view, form, 'instead', { label: d.instead, hint: d.insteadHint }),
    asked(view, form, 'why', { label: d.why, hint: d.whyHint, width: 'full' }),
    asked(view, form, 'within', { label: d.within, hint: d.withinHint, rows: 4 }),
  ]
}

function Done({ view, done }: { readonly view: View; readonly done: string | null }) {
  const all = deskWords(view).done
  if (done === null || !Object.hasOwn(all, done)) return null
  return (
    <Notice view={view} kind="success" live>
      <p>{all[done]}</p>
    </Notice>
  )
}
