import { Actions, ButtonLink } from '../button.tsx'
import { Difference } from '../difference.tsx'
import { Goals } from '../document.tsx'
import { Contact } from '../doors.tsx'
import { Facts, Progress } from '../facts.tsx'
import { Field } from '../field.tsx'
import { Ladder } from '../ladder.tsx'
import { Entries, Entry, Filters, ResultCount } from '../list.tsx'
import { LeadMark } from '../mark.tsx'
import { Masthead, Part } from '../masthead.tsx'
import { Page } from '../page.tsx'
import { Quarters } from '../quarters.tsx'
import { StateBadge } from '../state.tsx'
import { Story } from '../story.tsx'
import { Table } from '../table.tsx'
import { Tally } from '../tally.tsx'
import { Day, Timeline } from '../timeline.tsx'
import { Vertical } from '../vertical.tsx'
import type { View } from '../view.ts'
import { items, leadWords, measures, stateWords } from './plan.ts'

interface SampleProps {
  readonly view: View
}

type Item = (typeof items)[number]

const leadWord = (lead: Item['lead']) => (lead === null ? '主体は確認中' : leadWords[lead])

/** How a year is put together. */
export function YearSample({ view }: SampleProps) {
  return (
    <Page
      view={view}
      title="平成24年度 市民協働(共働)推進アクションプラン"
      description="市民と行政が協働(共働)するまちづくりのための、1年の計画。"
      wide
      section="plan"
      welcome
      breadcrumbs={[{ text: '計画', path: '/plans' }]}
    >
      <Masthead
        over="平成24年度"
        title="市民協働(共働)推進アクションプラン"
        lang="ja"
        lead="市民と行政が協働(共働)するまちづくりのために、この1年ですることを15にまとめました。"
        marks={
          <>
            <StateBadge tone="moving" word="実施中" />
            <span class="soft">平成24年4月1日に公開</span>
          </>
        }
        aside={<Vertical lines={['みんなの手', 'つないで築く', 'しまの明日']} />}
      />
      <Story view={view} current="feel" />
      <div class="halves part">
        <div class="stack">
          <Tally
            view={view}
            label="15の取り組みの今"
            parts={(['good', 'moving', 'care', 'quiet'] as const).map((tone) => ({
              tone,
              word: stateWords[tone],
              count: items.filter((item) => item.tone === tone).length,
              path: `/plans/2012?state=${tone}`,
            }))}
          />
          <Facts
            names="beside"
            pairs={[
              ['公開', <Day view={view} date={new Date('2012-04-01T09:00:00+09:00')} />],
              ['担当', '地域再生推進本部'],
            ]}
          />
        </div>
        <Goals
          title="次の3つを目指します。"
          items={[
            '市民活力発揮により、地域コミュニティの再生',
            '対馬らしさを自慢できる独自の地域づくりの展開',
            '行政運営の効率化',
          ]}
        />
      </div>
      <div class="columns start part">
        <Filters view={view} action="/plans/2012" active={0}>
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
              options: Object.entries(leadWords).map(([value, label]) => ({ value, label })),
            }}
          />
        </Filters>
        <div>
          <ResultCount view={view} count={items.length} />
          {measures.map(({ number, title }) => (
            <Part view={view} id={`m${number}`} over={`施策${number}`} title={title}>
              <Entries>
                {items
                  .filter((item) => item.measure === number)
                  .map((item) => (
                    <ItemEntry view={view} item={item} />
                  ))}
              </Entries>
            </Part>
          ))}
        </div>
      </div>
    </Page>
  )
}

function ItemEntry({ view, item }: SampleProps & { readonly item: Item }) {
  const { code, title, text, lead, tone, department } = item
  return (
    <Entry
      view={view}
      path={`/plans/2012/items/${code}`}
      code={code}
      title={title}
      text={text}
      marks={
        <>
          <StateBadge tone={tone} word={stateWords[tone]} />
          <LeadMark lead={lead} word={leadWord(lead)} />
        </>
      }
      facts={[['担当', department]]}
    />
  )
}

/** How a thing is put together: what it is, where it stands, what happened, what to do, whom to ask. */
export function ItemSample({ view }: SampleProps) {
  return (
    <Page
      view={view}
      title="1-6 協働(共働)に関する標語の募集"
      wide
      section="plan"
      breadcrumbs={[
        { text: '計画', path: '/plans' },
        { text: '平成24年度', path: '/plans/2012' },
      ]}
    >
      <Masthead
        over="施策1 協働(共働)の意識を高める!! 1-6"
        title="協働(共働)に関する標語の募集"
        lang="ja"
        lead="協働(共働)を身近に感じてもらうため、標語の募集に向けた取り組みを行います。"
        marks={
          <>
            <StateBadge tone="moving" word="実施中" />
            <LeadMark lead="both" word="市民と市が主体" />
            <Story view={view} current="work" size="small" />
          </>
        }
      />
      <div class="columns">
        <div>
          <Facts
            pairs={[
              [
                '取組段階',
                <Ladder view={view} steps={['検討', '準備', '試行', '実施', '充実']} current={3} />,
              ],
              ['市民の役割', '標語を考えて送る。審査の会に参加する。'],
              ['市の役割', '募集を知らせ、審査の会を開き、選ばれた標語を1年間使う。'],
              ['根拠', '市民基本条例 第9条第2項'],
              ['予算', '8万円'],
              ['集まった標語', <Progress label="応募" share={0.78} text="目標400点のうち312点" />],
            ]}
          />
          <Part view={view} id="year" title="1年の予定">
            <Quarters
              view={view}
              current={2}
              texts={[
                '募集要項をつくる',
                '広報紙とCATVで募集',
                '審査の会を開く',
                '広報3月号で発表',
              ]}
            />
          </Part>
          <Part view={view} id="indicators" title="目標と実績">
            <Table
              view={view}
              caption="目標と実績"
              quietCaption
              columns={[
                { label: '指標', role: 'heading', cell: ([name]) => name },
                { label: 'はじめ', role: 'number', cell: ([, from]) => from },
                { label: '目標', role: 'number', cell: ([, , aim]) => aim },
                { label: 'いま', role: 'number', cell: ([, , , now]) => now },
              ]}
              rows={
                [
                  ['応募の数', '0点', '400点', '312点'],
                  ['応募した学校', '0校', '20校', '17校'],
                ] as const
              }
            />
          </Part>
          <Part view={view} id="changes" title="改定">
            <p class="soft">平成24年9月3日(月) 議会の意見を受けて</p>
            <Difference
              view={view}
              before="標語の募集に向けた取り組みを行います。"
              after="標語を募集し、選ばれたものを1年間使います。"
            />
          </Part>
          <Part view={view} id="events" title="あったこと">
            <Timeline
              view={view}
              entries={[
                {
                  date: new Date('2012-10-20T09:00:00+09:00'),
                  title: '312点の標語が集まりました',
                  by: '地域再生推進本部',
                  text: (
                    <p>小中学校17校と、市外に住む方からも届きました。審査の会は11月に開きます。</p>
                  ),
                },
                { date: new Date('2012-07-01T09:00:00+09:00'), title: '募集を始めました' },
                { date: new Date('2012-04-01T09:00:00+09:00'), title: '計画を公開しました' },
              ]}
            />
          </Part>
        </div>
        <div class="stack">
          <Contact view={view} title="このことを聞く" who="地域再生推進本部 協働推進係" />
          <Actions>
            <ButtonLink view={view} path="/voices/new?item=1-6">
              意見を送る
            </ButtonLink>
          </Actions>
        </div>
      </div>
    </Page>
  )
}
