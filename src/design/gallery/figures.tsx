import { Progress } from '../facts.tsx'
import { Ladder } from '../ladder.tsx'
import { LeadMark, Mark } from '../mark.tsx'
import { Part } from '../masthead.tsx'
import { Quarters } from '../quarters.tsx'
import { StateBadge } from '../state.tsx'
import { Steps } from '../steps.tsx'
import { Story, storySteps } from '../story.tsx'
import { Tally } from '../tally.tsx'
import { Timeline } from '../timeline.tsx'
import type { View } from '../view.ts'
import { Specimen } from './specimen.tsx'

const commitments = ['検討', '準備', '試行', '実施', '充実'] as const
const workflow = ['作成中', '意見募集', '審議', '決定', '公開'] as const

/** What shows where a thing stands. */
export function FigureSpecimens({ view }: { readonly view: View }) {
  return (
    <Part view={view} id="figures" title="立ち位置を示すもの" over="Figures">
      <Specimen
        name="LeadMark"
        file="mark.tsx"
        use="主体。言葉と必ず一緒に。Who leads; null while nobody knows."
      >
        <div class="cluster">
          <LeadMark lead="citizens" word="市民が主体" />
          <LeadMark lead="city" word="市が主体" />
          <LeadMark lead="both" word="市民と市が主体" />
          <LeadMark lead={null} word="主体は確認中" />
          <Mark shape="star" word="Mark はどの印でも" />
        </div>
      </Specimen>
      <Specimen
        name="StateBadge"
        file="state.tsx"
        use="状態。形と言葉と色。A state: shape, word and tone."
      >
        <div class="cluster">
          <StateBadge tone="draft" word="作成中" />
          <StateBadge tone="quiet" word="準備中" />
          <StateBadge tone="moving" word="実施中" />
          <StateBadge tone="good" word="完了" />
          <StateBadge tone="care" word="遅れあり" />
          <StateBadge tone="stopped" word="取りやめ" />
        </div>
      </Specimen>
      <Specimen
        name="Story"
        file="story.tsx"
        use="計画、事例、提案、年度の号で同じ図。The same figure everywhere."
      >
        <Story view={view} />
        {storySteps.map((step) => (
          <div class="stack-tight">
            <Story view={view} current={step} />
            <p>
              <Story view={view} current={step} size="small" />
            </p>
          </div>
        ))}
        <p>
          <Story view={view} size="small" />
        </p>
      </Specimen>
      <Specimen
        name="Ladder"
        file="ladder.tsx"
        use="取組段階。高いほど深く約束しています。How far the city commits itself."
      >
        <div class="halves">
          <Ladder view={view} steps={commitments} current={2} />
          <Ladder view={view} steps={commitments} current={null} />
        </div>
      </Specimen>
      <Specimen
        name="Steps"
        file="steps.tsx"
        use="決まった順に進む手続き。A workflow as a numbered line."
      >
        <Steps
          view={view}
          label="計画の手続き"
          current={1}
          steps={workflow.map((word, i) => ({ word, ...(i === 1 && { note: '12月20日まで' }) }))}
        />
      </Specimen>
      <Specimen name="Quarters" file="quarters.tsx" use="1年の予定を四半期で。The year in four.">
        <Quarters view={view} current={2} texts={['募集の準備', '募集', '審査', '']} />
      </Specimen>
      <Specimen
        name="Timeline"
        file="timeline.tsx"
        use="あったこと。新しい順。What happened, latest first."
      >
        <Timeline
          view={view}
          entries={[
            {
              date: new Date('2026-11-20T09:00:00+09:00'),
              title: '進み具合を書きました',
              by: '地域再生推進本部',
              text: <p>標語に312点の応募がありました。</p>,
            },
            { date: new Date('2026-07-01T09:00:00+09:00'), title: '募集を始めました' },
            { date: new Date('2026-04-01T09:00:00+09:00'), title: '計画を公開しました' },
          ]}
        />
      </Specimen>
      <Specimen name="Tally" file="tally.tsx" use="どれがいくつか。How many stand where.">
        <Tally
          view={view}
          label="15の取り組み"
          parts={[
            { tone: 'good', word: '達成', count: 4, path: '/plans/2012?state=done' },
            { tone: 'moving', word: '実施中', count: 6 },
            { tone: 'care', word: '遅れあり', count: 2 },
            { tone: 'quiet', word: '準備中', count: 3 },
          ]}
        />
      </Specimen>
      <Specimen
        name="Progress"
        file="facts.tsx"
        use="数えられる進み具合だけ。Only for what is counted."
      >
        <Progress label="配った冊子" share={0.75} text="1,200冊のうち900冊" />
        <Progress label="開いた意見交換会" share={0} text="6回のうち0回" />
      </Specimen>
    </Part>
  )
}
