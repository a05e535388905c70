import type { Child } from 'hono/jsx'
import { AskedFields, asked } from '#design/asked.tsx'
import { Button } from '#design/button.tsx'
import { figure } from '#design/dates.ts'
import type { AskedField } from '#design/field-kinds.ts'
import { href } from '#design/href.ts'
import { errors } from '#design/messages/errors.ts'
import { languageOf, type View } from '#design/view.ts'
import type { Filled } from '#platform/form.ts'
import { type PaperForm, papers, uploadLimits } from '#platform/picture.ts'
import { type ShownFile, type ShownPicture, smallSize } from '../evidence.ts'
import type { fileForm } from '../forms.ts'
import { evidenceWords } from '../messages/evidence.ts'
import { linkKind } from '../rules/link.ts'
import { day } from './public/words.tsx'

/** A line of the form as it came back: what was typed, and what is wrong where. */
export interface FileRow {
  readonly typed: Filled<typeof fileForm>
  readonly fault?: { readonly place: string; readonly reason: string }
}

/** The browser shows these first, and telephones send JPEG for their own format. */
const accept = 'image/jpeg,image/png,image/webp,.pdf,.xlsx,.docx,.csv'

/** Three lines to add a file with: the file, what it shows, and whether the people in it agree. */
export function fileFieldsOf(
  view: View,
  rows: readonly FileRow[],
): readonly (readonly AskedField[])[] {
  const e = evidenceWords[view.locale]
  return rows.map(({ typed, fault }, i) => {
    const words = fault && (errors[view.locale].refusals[fault.reason] ?? fault.reason)
    const at = (place: string) => (fault?.place === place ? { fault: words } : {})
    const prefix = `file${i}`
    const error = fault && (fault.place === 'file' ? words : e.again)
    return [
      {
        kind: 'file',
        name: `${prefix}.file`,
        label: e.file,
        ...(i === 0 && { hint: e.fileHint }),
        accept,
        plain: true,
        ...(error !== undefined && { error }),
      },
      asked(view, typed, 'title', {
        prefix,
        label: e.what,
        ...(i === 0 && { hint: e.whatHint }),
        plain: true,
        ...at('title'),
      }),
      asked(view, typed, 'consent', {
        prefix,
        label: e.consent,
        plain: true,
        options: [{ value: 'yes', label: e.consentOf }],
        ...at('consent'),
      }),
    ]
  })
}

/** 外す: heard with what it is. */
export function TakeOff(props: {
  readonly view: View
  readonly title: string
  readonly name?: string
  readonly value?: string
}) {
  const { view, title, name, value } = props
  return (
    <Button kind="quiet" {...(name !== undefined && { name })} {...(value && { value })}>
      {evidenceWords[view.locale].remove}
      <span class="unseen" lang={japanese(view)}>
        {' '}
        {title}
      </span>
    </Button>
  )
}

interface FileRowsProps {
  readonly view: View
  readonly fields: ReturnType<typeof fileFieldsOf>
}

/** Something was typed, or is wrong: it lies open. */
export const isBegun = (row: readonly AskedField[]) =>
  row.some((one) => one.error !== undefined || ('value' in one && one.value))

/** The first lies open; most people have one picture, and a phone has little room. */
export function FileRows({ view, fields }: FileRowsProps) {
  const e = evidenceWords[view.locale]
  return (
    <>
      {fields.map((row, i) => {
        const lines = (
          <fieldset class="fieldset evidence-row">
            <legend class={i > 0 ? 'unseen' : undefined}>{e.row(i + 1)}</legend>
            <div class="stack">
              <AskedFields view={view} fields={row} />
            </div>
          </fieldset>
        )
        return i === 0 ? (
          lines
        ) : (
          <details class="desk-fold" open={isBegun(row)}>
            <summary>{e.row(i + 1)}</summary>
            {lines}
          </details>
        )
      })}
    </>
  )
}

export interface FilesProps<File extends ShownFile> {
  readonly view: View
  readonly files: readonly File[]
  readonly addressOf: (file: ShownFile) => string
  /** What can be done with each. */
  readonly beside?: (file: File) => Child
}

/** Pictures as small ones that lead to the large, then documents with their kind and size. */
export function FileList<File extends ShownFile>(props: FilesProps<File>) {
  const { view, files, addressOf, beside } = props
  const pictures = files.filter(({ kind }) => kind === 'picture')
  const others = files.filter(({ kind }) => kind === 'paper')
  return (
    <>
      {pictures.length > 0 && (
        <div class="evidence-pictures">
          {pictures.map((file) => (
            <div>
              {file.kind === 'picture' && (
                <Figure view={view} picture={file} address={addressOf(file)} />
              )}
              {beside?.(file)}
            </div>
          ))}
        </div>
      )}
      {others.length > 0 && (
        <ul class="bullets">
          {others.map((file) => (
            <li>
              <a href={href(addressOf(file))}>
                <span lang={japanese(view)}>{file.title}</span>
              </a>{' '}
              <span class="soft">
                {formOf(view, file)} {sizeOf(view, file.bytes)}
              </span>
              {beside?.(file)}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function Figure(props: {
  readonly view: View
  readonly picture: ShownPicture
  readonly address: string
}) {
  const { view, picture, address } = props
  const e = evidenceWords[view.locale]
  const { title, takenOn } = picture
  const { width, height } = smallSize(picture, uploadLimits.smallSide)
  return (
    <figure class="evidence-picture">
      <a href={href(address)} lang={japanese(view)}>
        <img
          src={href(`${address}?size=small`)}
          alt={title}
          width={width}
          height={height}
          loading="lazy"
          decoding="async"
        />
      </a>
      <figcaption>
        {/* Heard already as what the picture shows. */}
        <span aria-hidden="true" lang={japanese(view)}>
          {title}
        </span>
        {takenOn && <span class="soft evidence-day">{e.takenOn(day(view, takenOn))}</span>}
      </figcaption>
    </figure>
  )
}

const japanese = (view: View) => (languageOf(view.locale) === 'ja' ? undefined : 'ja')

const formOf = (view: View, { mediaType }: ShownFile): string => {
  const forms = Object.keys(papers) as PaperForm[]
  const form = forms.find((one) => papers[one] === mediaType)
  return form ? evidenceWords[view.locale].forms[form] : ''
}

const sizeOf = (view: View, bytes: number): string =>
  bytes < 1_000_000
    ? `${figure(view.locale, Math.max(1, Math.round(bytes / 1000)))} KB`
    : `${figure(view.locale, Math.round(bytes / 100_000) / 10)} MB`

/** Addresses that prove it; one of our own says what kind of page it leads to. */
export function Links(props: {
  readonly view: View
  readonly links: readonly { readonly title: string; readonly url: string }[]
}) {
  const { view, links } = props
  const e = evidenceWords[view.locale]
  return (
    <ul class="bullets">
      {links.map(({ title, url }) => {
        const kind = linkKind(url)
        return (
          <li>
            {kind && <span class="soft">{e.links[kind]}: </span>}
            <a href={href(url)} lang={japanese(view)}>
              {title || url}
            </a>
          </li>
        )
      })}
    </ul>
  )
}
