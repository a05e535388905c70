import { districts } from '#domains/districts/index.ts'
import { postAll, send } from '#domains/newsletters/actions/send.ts'
import { confirm, subscribe } from '#domains/newsletters/actions/subscribe.ts'
import { approve, setTerms, submit, write } from '#domains/newsletters/actions/write.ts'
import { recipientCount } from '#domains/newsletters/store/subscribers.ts'
import { defaultTerms } from '#domains/newsletters/terms.ts'
import { sealedIn } from '#domains/notices/store/sealed.ts'
import { clock } from '#domains/staff/roles.ts'
import { type Actor, anonymous } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { must } from '#platform/must.ts'

const everyone = { district: null, topics: [] }

/** 仮の申し込み: addresses of example hosts, confirmed by the digits that their mail holds. */
async function join(ctx: Ctx, mail: string, district: string | null): Promise<void> {
  const wish = { locale: 'ja', topics: ['plan'], district } as const
  const id = await subscribe(ctx, mail, wish, async () => true)
  const { id: notice, sealed } = await ctx.db
    .selectFrom('notice')
    .select(['id', 'sealed'])
    .where('thing', '=', id)
    .executeTakeFirstOrThrow()
  const said = ctx.seal.open(must(sealed, 'a code is sealed'), sealedIn.said.place(notice))
  await confirm(ctx, id, (JSON.parse(said) as { readonly code: string }).code)
}

/** One issue that was sent and one that waits for approval, by the same actions that people take. */
export async function newsletterDemo(
  on: (day: string, actor: Actor) => Ctx,
  author: Actor,
  head: Actor,
): Promise<void> {
  await setTerms(on('2012-04-02', author), '2012-04-02', defaultTerms)
  const known = await districts(on('2012-04-02', author).db)
  for (const [at, mail] of [
    'ichi@mihon.example',
    'ni@mihon.example',
    'san@mihon.example',
  ].entries())
    await join(on('2012-05-07', anonymous), mail, known[at]?.id ?? null)
  const first = await write(
    on('2012-06-01', author),
    {
      ja: {
        title: '平成24年度の計画が決まりました',
        paragraphs: [
          '今年度の項目と担当の課を載せました。進み具合は、年度の途中にもお知らせします。',
        ],
      },
      en: {
        title: 'The plan of 2012 has been decided',
        paragraphs: ['Its items and the sections in charge are now on this site.'],
      },
      links: [{ text: '平成24年度の計画', path: '/plans/2012' }],
    },
    everyone,
  )
  await submit(on('2012-06-04', author), first, true)
  await approve(on('2012-06-05', head), first, true)
  const sending = on('2012-06-06', author)
  await send(sending, first, await recipientCount(sending.db, everyone, sending.now))
  await postAll(on('2012-06-06', clock))
  const second = await write(
    on('2013-02-01', author),
    {
      ja: {
        title: '来年度の案についてご意見をお聞きします',
        paragraphs: ['来年度の計画の案をまとめています。お気づきのことをお寄せください。'],
      },
      links: [{ text: '計画の一覧', path: '/plans' }],
    },
    everyone,
  )
  await submit(on('2013-02-04', author), second, true)
}
