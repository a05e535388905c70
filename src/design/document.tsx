import type { Block, Cell, Document } from '#platform/document.ts'
import { StackedDrawing } from './chart.tsx'
import { Facts } from './facts.tsx'
import { Mark } from './mark.tsx'
import { Circles } from './story.tsx'
import { Table } from './table.tsx'
import type { View } from './view.ts'

export interface DocumentViewProps {
  readonly view: View
  readonly document: Document
}

/** A whole document on a page: the same blocks as in the PDF. */
export function DocumentView({ view, document }: DocumentViewProps) {
  const { over, title, subtitle, author, stamp, blocks, colophon = [] } = document
  return (
    <article class="document" lang={document.lang}>
      <header class="masthead">
        <div class="masthead-title">
          {over !== undefined && <p class="over">{over}</p>}
          <h1>{title}</h1>
        </div>
        <div class="masthead-text">
          {subtitle !== undefined && <p class="lead">{subtitle}</p>}
          <p class="soft">{author}</p>
        </div>
        {stamp !== undefined && <p class="stamp">{stamp}</p>}
      </header>
      <Blocks view={view} blocks={blocks} />
      {colophon.length > 0 && (
        <footer class="colophon">
          {colophon.map((line) => (
            <p>{line}</p>
          ))}
        </footer>
      )}
    </article>
  )
}

export interface BlocksProps {
  readonly view: View
  readonly blocks: readonly Block[]
}

/** The blocks alone, inside another page. */
export function Blocks({ view, blocks }: BlocksProps) {
  return (
    <div class="blocks">
      {blocks.map((block, at) => (
        <OneBlock view={view} block={block} at={at} />
      ))}
    </div>
  )
}

interface OneBlockProps {
  readonly view: View
  readonly block: Block
  readonly at: number
}

function OneBlock({ view, block, at }: OneBlockProps) {
  switch (block.kind) {
    case 'heading':
      return <Heading block={block} />
    case 'paragraph':
      return <p class="lines">{block.text}</p>
    case 'narrative':
      return (
        <section class="narrative">
          <p class="narrative-title">{block.title}</p>
          <p class="lines">{block.text}</p>
        </section>
      )
    case 'facts':
      return <Facts pairs={block.pairs} />
    case 'goals':
      return <Goals title={block.title} items={block.items} />
    case 'steps':
      return (
        <figure class="story">
          <figcaption>{block.title}</figcaption>
          <Circles steps={block.steps} />
        </figure>
      )
    case 'legend':
      return (
        <ul class="legend cluster">
          {block.signs.map(({ shape, word }) => (
            <li>
              <Mark shape={shape} word={word} />
            </li>
          ))}
        </ul>
      )
    case 'table':
      return (
        <Table
          view={view}
          caption={block.caption}
          quietCaption
          columns={block.columns.map(({ label, role }, i) => ({
            label,
            cell: (row: readonly Cell[]) => <OneCell cell={row[i] ?? ''} />,
            ...(role && { role }),
          }))}
          rows={block.rows}
        />
      )
    case 'bars':
      return (
        <StackedDrawing
          view={view}
          id={`bars-${at}`}
          title={block.caption}
          says={block.caption}
          series={block.series.map(({ word, fill }) => ({ key: word, word, fill }))}
          rows={block.rows.map(({ name, values }) => ({
            name,
            values: Object.fromEntries(block.series.map(({ word }, i) => [word, values[i] ?? 0])),
          }))}
        />
      )
    case 'note':
      return <p class="note lines">{block.text}</p>
    case 'letter':
      return <Letter block={block} />
  }
}

function Letter({ block }: { readonly block: Extract<Block, { kind: 'letter' }> }) {
  return (
    <section class="stack" lang={block.lang}>
      <p class="lines">{block.to.join('\n')}</p>
      <h2>{block.title}</h2>
      {block.code !== undefined && <p class="lead">{block.code}</p>}
      {[...block.paragraphs, ...block.foot].map((text) => (
        <p class="lines">{text}</p>
      ))}
    </section>
  )
}

function Heading({ block }: { readonly block: Extract<Block, { kind: 'heading' }> }) {
  if (block.level === 2) return <h2 class="chapter">{block.text}</h2>
  return (
    <h3 class="group">
      {block.tag !== undefined && (
        <>
          <span class="tag">{block.tag}</span>{' '}
        </>
      )}
      {block.text}
    </h3>
  )
}

export interface GoalsProps {
  readonly title: string
  readonly items: readonly string[]
}

/** A short numbered list in a quiet box, with its introducing sentence. */
export function Goals({ title, items }: GoalsProps) {
  return (
    <div class="goals">
      <p class="goals-title">{title}</p>
      <ol>
        {items.map((item) => (
          <li>{item}</li>
        ))}
      </ol>
    </div>
  )
}

function OneCell({ cell }: { readonly cell: Cell }) {
  if (typeof cell === 'string') return <span class="lines">{cell}</span>
  if ('word' in cell) return <Mark shape={cell.shape} word={cell.word} />
  return (
    <>
      {cell.map((line) => (
        <span class="line">{line}</span>
      ))}
    </>
  )
}
