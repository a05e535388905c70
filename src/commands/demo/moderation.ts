import { appeal, claim, hide, overturn } from '#domains/moderation/actions/decide.ts'
import { flag } from '#domains/moderation/index.ts'
import { pointSubject } from '#domains/voices/point.ts'
import { publicText } from '#domains/voices/rules/redaction.ts'
import { publicPoints } from '#domains/voices/store/public.ts'
import { type Actor, anonymous } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { must } from '#platform/must.ts'
import { moderated } from '../../moderated.tsx'

interface Cast {
  readonly on: (day: string, actor: Actor) => Ctx
  readonly author: Actor
  readonly head: Actor
}

/** Two cases: one that was hidden and put back after its author asked, and one that waits for somebody. */
export async function moderationDemo({ on, author, head }: Cast): Promise<void> {
  const { db } = on('2013-03-05', author)
  const points = await publicPoints(db, { words: '' }, 1000)
  const subject = (words: string) => {
    const point = points.find(({ gist }) => publicText(gist).includes(words))
    return { kind: pointSubject, id: must(point, words).id }
  }
  const { id } = await flag(
    on('2012-06-25', anonymous),
    moderated,
    subject('漂着ごみの清掃の予定'),
    'advertising',
    '特定の団体の行事の宣伝に見えます。',
  )
  await claim(on('2012-06-26', author), moderated, id)
  await hide(on('2012-06-26', author), moderated, id, {
    ground: 'advertising',
    reason: '団体の行事を知らせる内容とお見受けしたため、いったん見えなくしました。',
  })
  const asked = '宣伝ではありません。だれでも出られる清掃の日を、市のページでまとめて見たいのです。'
  await appeal(on('2012-06-29', anonymous), moderated, id, asked, 'author')
  await overturn(
    on('2012-07-02', head),
    moderated,
    id,
    '読み直したところ、市の仕事へのご提案でした。ご不便をおかけしました。元に戻しました。',
  )
  await flag(
    on('2013-03-04', anonymous),
    moderated,
    subject('祭りの担い手'),
    'personal-data',
    'どの地区のことか、読む人にわかってしまうと思います。',
  )
}
