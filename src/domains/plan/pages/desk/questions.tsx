import { Actions, Button } from '#design/button.tsx'
import { fieldId } from '#design/field-kinds.ts'
import { ErrorSummary, Form } from '#design/form.tsx'
import { Part } from '#design/masthead.tsx'
import type { View } from '#design/view.ts'
import { audienceWords } from '../../intake/marks.ts'
import type { InvalidAnswer } from '../../intake/questions.ts'
import type { Answers, Question } from '../../intake/sheet.ts'
import { leads, marks } from '../../item.ts'
import { deskWords } from '../../messages/desk.ts'
import { audiences } from '../../plan.ts'
import { urls } from '../../urls.ts'

export interface QuestionsProps {
  readonly view: View
  readonly id: string
  readonly questions: readonly Question[]
  /** What stands in the form: saved answers, and over them what was just typed. */
  readonly answers: Answers
  readonly invalid: readonly InvalidAnswer[]
}

/** What could not be made out, each with its original and the control that fits it. */
export function Questions(props: QuestionsProps) {
  const { view, id, questions, answers, invalid } = props
  const { d } = deskWords(view)
  const w = d.intake
  if (!questions.length) return null
  const answered = questions.filter((q) => answers[q.key]?.trim()).length
  const faults = invalid.map(({ key, reason }) => ({
    name: `answer.${key}`,
    label: labelOf(
      props,
      questions.find((q) => q.key === key),
    ),
    text: w.invalid[reason],
  }))
  return (
    <Part view={view} id="questions" title={w.questions} lead={w.questionsLead}>
      <ErrorSummary view={view} faults={faults} />
      <p class="result-count">{w.answeredOf(answered, questions.length)}</p>
      <Form view={view} action={urls.intakeOne(id)}>
        <ol class="desk-questions">
          {questions.map((question) => (
            <Ask {...props} question={question} />
          ))}
        </ol>
        <div class="desk-save">
          <Actions>
            <Button>{w.answer}</Button>
          </Actions>
        </div>
      </Form>
    </Part>
  )
}

const labelOf = ({ view }: QuestionsProps, question: Question | undefined) => {
  const { d } = deskWords(view)
  return question ? `${question.code} ${d.intake.ask[question.field]}` : ''
}

function Ask(props: QuestionsProps & { readonly question: Question }) {
  const { view, question, invalid } = props
  const { d } = deskWords(view)
  const w = d.intake
  const fault = invalid.find((one) => one.key === question.key)
  const id = fieldId(`answer.${question.key}`)
  return (
    <li class={fault ? 'wrong' : undefined} id={id}>
      <div class="question-said">
        <h3 id={`${id}-q`}>
          {question.code && <span class="code">{question.code}</span>} {w.ask[question.field]}
        </h3>
        <p class="soft">{w.reasons[question.reason]}</p>
        <p class="question-place">{w.original(question.place)}</p>
        <pre class="question-original" lang="ja">
          {question.original}
        </pre>
      </div>
      <div class="question-answer">
        {fault && <p class="error">{w.invalid[fault.reason]}</p>}
        <Control {...props} />
      </div>
    </li>
  )
}

function Control(props: QuestionsProps & { readonly question: Question }) {
  const { view, question } = props
  const { d, t } = deskWords(view)
  switch (question.field) {
    case 'lead':
      return (
        <Choices
          {...props}
          options={leads.map((lead) => [marks[lead], `${marks[lead]} ${t.leads[lead]}`] as const)}
        />
      )
    case 'audience':
      return (
        <Choices
          {...props}
          options={[
            ...audiences.map((one) => [audienceWords[one], t.audiences[one]] as const),
            ['なし', d.everyone] as const,
          ]}
        />
      )
    default:
      return <Text {...props} />
  }
}

type AskProps = QuestionsProps & { readonly question: Question }

/** Nothing is chosen beforehand. */
function Choices(props: AskProps & { readonly options: readonly (readonly [string, string])[] }) {
  const { question, answers, options } = props
  const name = `answer.${question.key}`
  const id = fieldId(name)
  return (
    <fieldset class="field" aria-labelledby={`${id}-q`}>
      <Seen {...props} />
      <div class="choices">
        {options.map(([value, label], i) => (
          <div class="choice">
            <input
              type="radio"
              id={`${id}-${i}`}
              name={name}
              value={value}
              checked={answers[question.key] === value}
            />
            <label for={`${id}-${i}`}>{label}</label>
          </div>
        ))}
      </div>
    </fieldset>
  )
}

/** What was seen is taken only when somebody says that it is right. */
function Text(props: AskProps) {
  const { view, question, answers } = props
  const { d } = deskWords(view)
  const w = d.intake
  const { key, seen, field } = question
  const answer = answers[key] ?? ''
  const kept = seen !== '' && answer === seen
  const id = fieldId(`answer.${key}`)
  const short = field === 'title' || field === 'measure' || field === 'departments'
  const box = { id: `${id}-text`, name: `answer.${key}`, class: 'input' }
  const text = kept ? '' : answer
  return (
    <fieldset class="field" aria-labelledby={`${id}-q`}>
      <Seen {...props} />
      {seen !== '' && (
        <div class="choice">
          <input
            type="checkbox"
            id={`${id}-keep`}
            name={`keep.${key}`}
            value="yes"
            checked={kept}
          />
          <label for={`${id}-keep`}>{w.asSeen}</label>
        </div>
      )}
      <label for={`${id}-text`}>{seen ? w.mend : w.write}</label>
      {short ? (
        <input {...box} value={text} />
      ) : (
        <textarea {...box} rows={4}>
          {text}
        </textarea>
      )}
    </fieldset>
  )
}

function Seen({ view, question }: AskProps) {
  const { d } = deskWords(view)
  return question.seen ? (
    <p class="question-seen">
      <span class="soft">{d.intake.seen}</span> <span lang="ja">{question.seen}</span>
    </p>
  ) : (
    <p class="soft">{d.intake.seenNothing}</p>
  )
}
