import { asked } from '#design/asked.tsx'
import { Actions, ButtonLink } from '#design/button.tsx'
import { inJapanese } from '#design/desk-tongue.ts'
import { Facts } from '#design/facts.tsx'
import type { AskedField } from '#design/field-kinds.ts'
import { Part } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import { at } from '#design/view.ts'
import type { Fields, Filled } from '#platform/form.ts'
import { FoldedStep, PlainStep } from '../../../pages/work/steps.tsx'
import {
  type CaseFile,
  type CommentCase,
  hasResult,
  isAnnounced,
  type Passage,
} from '../../case.ts'
import type { Category } from '../../category.ts'
import { deskWords } from '../../messages/desk.ts'
import { categoryName } from '../../rules/categories.ts'
import { urls } from '../../urls.ts'
import type { CommentAction } from '../../workflow.ts'
import { CaseBadge, type Desk, dayIn, Frame } from './frame.tsx'
import { UploadStep } from './upload.tsx'

export type CaseForm = 'draft' | 'extend' | 'giveBack' | 'conclude'

export interface DeskCaseProps extends Desk {
  readonly one: CommentCase
  readonly offers: ReadonlySet<CommentAction>
  readonly draft: readonly Passage[]
  readonly files: readonly CaseFile[]
  readonly categories: readonly Category[]
  readonly opinions: number
  /** How many are not finished. */
  readonly lacking: number
  readonly forms: Readonly<Record<CaseForm, Filled<Fields>>>
  /** What a rule refused, by field; `step` stands above everything. */
  readonly refused: Readonly<Record<string, string>>
}

/** One case: what it is, and what comes next. */
export function DeskCasePage(props: DeskCaseProps) {
  const { view, one, offers, refused } = props
  const w = deskWords(view)
  return (
    <Frame
      {...props}
      title={one.title}
      {...(inJapanese(view).lang && { titleLang: 'ja' as const })}
      lead={<span {...inJapanese(view)}>{one.reason}</span>}
      marks={<CaseBadge view={view} state={one.state} />}
      crumbs={[]}
    >
      {refused.step !== undefined && (
        <Notice view={view} kind="danger" live>
          <p>{refused.step}</p>
        </Notice>
      )}
      {one.state === 'result-submitted' && (
        <Notice view={view}>
          <p>{w.submitted}</p>
        </Notice>
      )}
      <Facts
        pairs={[
          [w.number, one.number],
          [w.period, w.days(dayIn(view, one.opensOn), dayIn(view, one.closesOn))],
          ...(one.shortReason ? [[w.fields.shortReason, one.shortReason] as const] : []),
          [w.fields.basis, w.bases[one.basis]],
          [w.fields.section, one.section],
          [w.draft, w.passages(props.draft.length)],
          [w.opinions, w.count(props.opinions)],
          [w.categories, <Categories {...props} />],
        ]}
      />
      <p class="cluster">
        {isAnnounced(one) && <a href={at(view, urls.one(one.number))}>{w.public}</a>}
        {hasResult(one) && <a href={at(view, urls.result(one.number))}>{w.result}</a>}
      </p>
      <Actions>
        {offers.has('edit') && (
          <ButtonLink view={view} path={urls.step(one.id, 'edit')} kind="secondary">
            {w.edit}
          </ButtonLink>
        )}
        {offers.has('edit') && (
          <ButtonLink view={view} path={urls.categories(one.id)} kind="secondary">
            {w.categoriesEdit}
          </ButtonLink>
        )}
        {isAnnounced(one) && (
          <ButtonLink view={view} path={urls.table(one.id)}>
            {w.table}
          </ButtonLink>
        )}
        {offers.has('takeIn') && (
          <ButtonLink view={view} path={urls.take(one.id)} kind="secondary">
            {w.take}
          </ButtonLink>
        )}
        {offers.has('takeIn') && (
          <ButtonLink view={view} path={urls.bulk(one.id)} kind="quiet">
            {w.bulk}
          </ButtonLink>
        )}
        {isAnnounced(one) && (
          <ButtonLink view={view} path={urls.sheets(one.id)} kind="quiet">
            {w.sheets}
          </ButtonLink>
        )}
      </Actions>
      <DraftPart {...props} />
      <PeriodPart {...props} />
      <ResultPart {...props} />
    </Frame>
  )
}

function Categories({ view, categories }: DeskCaseProps) {
  const said = categories.map((one) => categoryName(one, view.locale === 'en' ? 'en' : 'ja'))
  return (
    <ul class="bullets">
      {said.map(({ text, isJapanese }) => (
        <li lang={isJapanese ? inJapanese(view).lang : undefined}>{text}</li>
      ))}
    </ul>
  )
}

const versionOf = ({ one }: DeskCaseProps) => ({ version: String(one.version) })

function DraftPart(props: DeskCaseProps) {
  const { view, one, offers, files, forms, refused } = props
  const w = deskWords(view)
  if (!offers.has('takeDraft') && !offers.has('addFile')) return null
  const text = asked(view, forms.draft, 'text', {
    label: w.draftText,
    hint: w.draftHint,
    rows: 16,
    fault: refused.text,
  })
  const word: AskedField = {
    kind: 'file',
    name: 'word',
    label: w.word,
    hint: w.wordHint,
    accept: '.docx',
    ...(refused.word !== undefined && { error: refused.word }),
  }
  const printed: AskedField = {
    kind: 'file',
    name: 'pdf',
    label: w.pdf,
    hint: w.pdfHint,
    accept: '.pdf',
    ...(refused.pdf !== undefined && { error: refused.pdf }),
  }
  const file: AskedField = {
    kind: 'file',
    name: 'file',
    label: w.file,
    required: true,
    ...(refused.file !== undefined && { error: refused.file }),
  }
  return (
    <Part view={view} id="draft" title={offers.has('takeDraft') ? w.draft : w.files}>
      {offers.has('takeDraft') && (
        <UploadStep
          view={view}
          action={urls.step(one.id, 'draft')}
          title={w.takeDraft}
          hidden={versionOf(props)}
          fields={[text, word, printed]}
          isOpen={props.draft.length === 0}
        />
      )}
      {files.length > 0 && (
        <ul class="bullets">
          {files.map(({ name }) => (
            <li>{name}</li>
          ))}
        </ul>
      )}
      {offers.has('addFile') && (
        <UploadStep
          view={view}
          action={urls.step(one.id, 'files')}
          title={w.addFile}
          hidden={{}}
          fields={[file]}
        />
      )}
    </Part>
  )
}

function PeriodPart(props: DeskCaseProps) {
  const { view, one, offers, forms, refused } = props
  const w = deskWords(view)
  if (!offers.has('ready') && !offers.has('callBack') && !offers.has('extend')) return null
  const step = (name: string) => ({
    view,
    action: urls.step(one.id, name),
    hidden: versionOf(props),
  })
  return (
    <Part view={view} id="period" title={w.period}>
      {offers.has('ready') && (
        <PlainStep
          {...step('ready')}
          title={w.ready}
          hint={w.readyLead(dayIn(view, one.opensOn))}
        />
      )}
      {offers.has('callBack') && <PlainStep {...step('call-back')} title={w.callBack} />}
      {offers.has('extend') && (
        <FoldedStep
          {...step('extend')}
          title={w.extend}
          fields={[
            {
              ...asked(view, forms.extend, 'closesOn', {
                label: w.extendDay,
                fault: refused.closesOn,
              }),
              required: true,
            },
            asked(view, forms.extend, 'reason', { label: w.extendReason, among: 'extend' }),
          ]}
        />
      )}
    </Part>
  )
}

function ResultPart(props: DeskCaseProps) {
  const { view, one, offers, forms, refused, opinions, lacking } = props
  const w = deskWords(view)
  const steps = ['conclude', 'submit', 'publish', 'giveBack', 'archive'] as const
  if (!steps.some((action) => offers.has(action))) return null
  const step = (name: string) => ({
    view,
    action: urls.step(one.id, name),
    hidden: versionOf(props),
  })
  const open = lacking ? w.lacking(lacking) : w.complete
  return (
    <Part view={view} id="result" title={w.result} lead={opinions ? open : w.noOpinions}>
      {!hasResult(one) && (
        <p>
          <a href={at(view, urls.preview(one.id))}>{w.preview}</a>
        </p>
      )}
      {offers.has('conclude') && (
        <FoldedStep
          {...step('conclude')}
          title={w.conclude}
          hint={w.concludeLead}
          fields={[
            asked(view, forms.conclude, 'final', {
              label: w.final,
              hint: w.draftHint,
              rows: 16,
              fault: refused.final,
            }),
            asked(view, forms.conclude, 'note', { label: w.note, rows: 3 }),
          ]}
        />
      )}
      {offers.has('submit') && <PlainStep {...step('submit')} title={w.submit} />}
      {offers.has('publish') && <PlainStep {...step('publish')} title={w.publish} />}
      {offers.has('giveBack') && (
        <FoldedStep
          {...step('give-back')}
          title={w.giveBack}
          fields={[
            asked(view, forms.giveBack, 'reason', { label: w.giveBackReason, among: 'back' }),
          ]}
        />
      )}
      {offers.has('archive') && <PlainStep {...step('archive')} title={w.archive} />}
    </Part>
  )
}
