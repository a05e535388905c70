import { findPersonal } from '#platform/personal.ts'
import { Difference } from '../difference.tsx'
import { Blocks } from '../document.tsx'
import { Contact, Doors } from '../doors.tsx'
import { Facts } from '../facts.tsx'
import { Marked } from '../marked.tsx'
import { Part } from '../masthead.tsx'
import { Notice } from '../notice.tsx'
import { StateBadge } from '../state.tsx'
import { Vertical } from '../vertical.tsx'
import type { View } from '../view.ts'
import { Specimen } from './specimen.tsx'

const written = '国分1441番地の田中さん(090-1234-5678)の前の街灯が切れています。'

const pairs = [
  ['担当', '地域再生推進本部'],
  ['期限', '令和9年3月31日(水)'],
  ['予算', '12万円'],
] as const

/** What is read. */
export function TextSpecimens({ view }: { readonly view: View }) {
  return (
    <Part view={view} id="texts" title="読むもの" over="Text">
      <Specimen
        name="Masthead"
        file="masthead.tsx"
        use="ページのはじめ。h1 はここだけ。The page's one h1; 縦書きは1ページに1つまで。"
      >
        <div class="masthead">
          <div class="masthead-title">
            <p class="over">平成24年度</p>
            <p class="door">市民協働(共働)推進アクションプラン</p>
          </div>
        </div>
      </Specimen>
      <Specimen
        name="Vertical"
        file="vertical.tsx"
        use="標語など短い言葉。2行から4行。Short slogans only; the signature of the product."
      >
        <Vertical
          lines={['みんなの手', 'つないで築く', 'しまの明日']}
          by="令和8年度の標語"
          upright={view.locale === 'en' || view.locale === 'ko'}
        />
      </Specimen>
      <Specimen
        name="Notice"
        file="notice.tsx"
        use="読む前に知ってほしいこと。1ページに1つか2つ。One or two a page."
      >
        <Notice view={view} title="この計画は案です">
          <p>ご意見を12月20日まで受け付けています。</p>
        </Notice>
        <Notice view={view} kind="success" live>
          <p>ご意見を受け付けました。10日以内に担当課がお答えします。</p>
        </Notice>
        <Notice view={view} kind="warning">
          <p>3か月のあいだ、進み具合が書かれていません。</p>
        </Notice>
        <Notice view={view} kind="danger" title="公開すると元に戻せません">
          <p>公開したあとの変更は、日付のついた改定になります。</p>
        </Notice>
      </Specimen>
      <Specimen name="Facts" file="facts.tsx" use="名前と中身の組。names は above か beside。">
        <div class="halves">
          <Facts pairs={pairs} />
          <Facts pairs={pairs} names="above" />
        </div>
      </Specimen>
      <Specimen
        name="Difference"
        file="difference.tsx"
        use="改定の前と後。色がなくても読めます。Before and after, word by word."
      >
        <Difference
          view={view}
          before="協働に関する条例の周知に取り組みます。"
          after="協働に関する条例を、年4回の広報紙で知らせます。"
        />
        <Difference view={view} before="変わりません。" after="変わりません。" />
      </Specimen>
      <Specimen
        name="Marked"
        file="marked.tsx"
        use="公開の前に、個人がわかるところを見せます。決めるのは人です。Before anything is made public."
      >
        <Marked view={view} text={written} spans={findPersonal(written)} action="/design" />
      </Specimen>
      <Specimen name="Doors" file="doors.tsx" use="入口のページの3つの扉。On the front page only.">
        <Doors
          view={view}
          doors={[
            { path: '/voices', title: '声を届ける', text: '市へのご意見とご質問。' },
            { path: '/plans', title: '計画と進み具合を見る', text: '市が約束した15の取り組み。' },
            { path: '/together', title: 'いっしょにやる', text: '活動と団体をさがす。' },
          ]}
        />
      </Specimen>
      <Specimen
        name="Contact"
        file="doors.tsx"
        use="人に届く道。どのページにも1つ。How to reach a person."
      >
        <Contact view={view} title="このことを聞く" who="地域再生推進本部 協働推進係" />
      </Specimen>
      <Specimen
        name="Blocks"
        file="document.tsx"
        use="PDFと同じ中身をページで。The same blocks as in the PDF; DocumentView adds the title."
      >
        <Blocks
          view={view}
          blocks={[
            { kind: 'heading', level: 2, text: '施策1 協働(共働)の意識を高める!!' },
            {
              kind: 'legend',
              signs: [
                { shape: 'star', word: '市民が主体' },
                { shape: 'disc', word: '市が主体' },
                { shape: 'ring', word: '市民と市が主体' },
              ],
            },
            { kind: 'paragraph', text: '施策のはじめの文です。' },
            { kind: 'narrative', title: 'ねらい', text: '共に有し、感じ、働き、そして創る。' },
            { kind: 'facts', pairs: [['目的', '市民と行政が協働(共働)するまちづくり']] },
            { kind: 'goals', title: '次の2つを目指します。', items: ['再生', '独自の地域づくり'] },
            {
              kind: 'steps',
              title: '物語',
              steps: [
                { word: '共有', gloss: '起' },
                { word: '共感', gloss: '承' },
                { word: '共働', gloss: '転' },
                { word: '共創', gloss: '結' },
              ],
            },
            { kind: 'heading', level: 3, text: '条例の周知に取り組みます。', tag: '市民' },
            {
              kind: 'table',
              caption: '項目',
              columns: [
                { label: '主体', width: 1, role: 'sign' },
                { label: '項目', width: 3, role: 'heading' },
                { label: '内容', width: 5 },
                { label: '関係部署', width: 2 },
                { label: '予算(円)', width: 1, role: 'number' },
              ],
              rows: [
                [
                  { shape: 'ring', word: '市民と市' },
                  '自治会、地域での啓発活動',
                  '市民意識の把握に努めます。',
                  ['地域再生推進本部', '関係各部'],
                  '120,000',
                ],
              ],
            },
            { kind: 'note', text: '注 平成24年4月1日に施行。' },
          ]}
        />
      </Specimen>
      <Specimen
        name="Part"
        file="masthead.tsx"
        use="見出しとその中身。A section under its heading."
      >
        <Part
          view={view}
          id="specimen-part"
          title="いま進んでいること"
          level={3}
          lead="一文で言うと何か。"
          more={{ text: 'すべて見る', path: '/plans' }}
        >
          <p>
            <StateBadge tone="moving" word="実施中" />
          </p>
        </Part>
      </Specimen>
    </Part>
  )
}
