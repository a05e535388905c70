import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { VoiceMapPage } from '../pages/public/map.tsx'
import { urls } from '../urls.ts'
import { districtNames, figuresIn, termsNow, yearAsked, yearsOf } from './look.ts'
import { placingIn } from './placing.ts'

/** 声の地図: the counts of the page of figures, where their districts lie. No spot of any voice is read for it. */
export const mapRoutes = new Hono<Env>().get(urls.map, async (c) => {
  const fiscalYear = await yearAsked(c)
  const { districts } = await figuresIn(c, fiscalYear)
  const { smallest } = await termsNow(c)
  return c.html(
    <VoiceMapPage
      view={c.var.view}
      fiscalYear={fiscalYear}
      years={await yearsOf(c)}
      covered={districts}
      smallest={smallest}
      placing={await placingIn(c)}
      districtName={await districtNames(c)}
    />,
  )
})
