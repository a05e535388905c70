import { ButtonLink } from '../button.tsx'
import { Field } from '../field.tsx'
import { EmptyState, Entries, Entry, Filters, Pager, ResultCount } from '../list.tsx'
import { LeadMark } from '../mark.tsx'
import { Part } from '../masthead.tsx'
import { StateBadge } from '../state.tsx'
import { Table, type TableColumn } from '../table.tsx'
import type { View } from '../view.ts'
import { Specimen } from './specimen.tsx'

interface Line {
  readonly code: string
  readonly title: string
  readonly department: string
  readonly budget: string
}

const lines: readonly Line[] = [
  {
    code: '1-2',
    title: '情報媒体を活用した啓発活動',
    department: '地域再生推進本部',
    budget: '12',
  },
  { code: '1-6', title: '標語の募集', department: '地域再生推進本部', budget: '8' },
]

const columns: readonly TableColumn<Line>[] = [
  { label: '番号', role: 'sign', cell: ({ code }) => code },
  { label: '項目', role: 'heading', cell: ({ title }) => title },
  { label: '担当', cell: ({ department }) => department },
  { label: '状態', cell: ({ code }) => code && <StateBadge tone="moving" word="実施中" /> },
  { label: '予算(万円)', role: 'number', cell: ({ budget }) => budget },
]

/** What is looked through. */
export function ListSpecimens({ view }: { readonly view: View }) {
  return (
    <Part view={view} id="lists" title="さがすもの" over="Lists">
      <Specimen
        name="Filters, ResultCount, Entry"
        file="list.tsx"
        use="一覧。左でしぼり、右で読む。class=&quot;columns start&quot;. Beside on wide, folded on narrow."
      >
        <div class="columns start">
          <Filters view={view} action="/plans/2012" active={1}>
            <Field
              view={view}
              field={{ kind: 'text', type: 'search', name: 'q', label: '言葉', plain: true }}
            />
            <Field
              view={view}
              field={{
                kind: 'checkboxes',
                name: 'lead',
                label: '主体',
                plain: true,
                values: ['both'],
                options: [
                  { value: 'citizens', label: '市民' },
                  { value: 'city', label: '市' },
                  { value: 'both', label: '市民と市' },
                ],
              }}
            />
          </Filters>
          <div>
            <ResultCount view={view} count={2} of={15} />
            <Entries>
              {lines.map(({ code, title, department }) => (
                <Entry
                  view={view}
                  path={`/plans/2012/items/${code}`}
                  code={code}
                  title={title}
                  text="協働に関する条例の周知に取り組みます。"
                  marks={
                    <>
                      <StateBadge tone="moving" word="実施中" />
                      <LeadMark lead="city" word="市が主体" />
                    </>
                  }
                  facts={[['担当', department]]}
                />
              ))}
            </Entries>
            <Pager view={view} page={2} pages={3} to={(page) => `/plans/2012?page=${page}`} />
          </div>
        </div>
      </Specimen>
      <Specimen name="ResultCount" file="list.tsx" use="件数は文で。Counts are sentences.">
        <ResultCount view={view} count={15} />
        <ResultCount view={view} count={0} of={15} />
        <ResultCount view={view} count={1000} more />
      </Specimen>
      <Specimen
        name="EmptyState"
        file="list.tsx"
        use="何もないとき、何ができるか。What to do when there is nothing."
      >
        <EmptyState title="当てはまる取り組みはありません。">
          <p>言葉を短くするか、条件を減らしてみてください。</p>
          <ButtonLink view={view} path="/plans" kind="secondary">
            すべて見る
          </ButtonLink>
        </EmptyState>
      </Specimen>
      <Specimen
        name="Table"
        file="table.tsx"
        use="比べる表。携帯電話では1行が1枚に。narrow=&quot;scroll&quot; は横に動く表。"
      >
        <Table
          view={view}
          caption="令和8年度の取り組み"
          columns={columns}
          rows={lines}
          to={({ code }) => `/plans/2012/items/${code}`}
        />
        <Table
          view={view}
          caption="取り組みと予算"
          columns={columns}
          rows={lines}
          narrow="scroll"
          foot={{ code: '', title: '合計', department: '', budget: '20' }}
        />
      </Specimen>
    </Part>
  )
}
