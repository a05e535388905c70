import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { type Body, blank, fill, within } from '#platform/form.ts'
import { found } from '#platform/result.ts'
import { addScale, setTerms } from '../actions/rounds.ts'
import { scalesFile, termsFile } from '../files.ts'
import { scaleNameForm, stepForm, stepRows, termsForm } from '../forms.ts'
import { deskWords } from '../messages/desk.ts'
import { SettingsPage, type SettingsProps } from '../pages/desk/settings.tsx'
import { periods, type ScaleStep } from '../progress.ts'
import { presets } from '../scales.ts'
import { rounds } from '../store/rounds.ts'
import { scales } from '../store/scales.ts'
import { allTerms, termsOn } from '../store/terms.ts'
import type { ProgressTerms } from '../terms.ts'
import { urls } from '../urls.ts'
import {
  bodyOf,
  type DeskContext,
  deskOf,
  mustBeAllowed,
  namer,
  onward,
  said,
  send,
} from './desk-lookup.ts'

/** /desk/progress/settings: scales and terms. A scale that is there is never changed. */
export const settingsRoutes = new Hono<Env>()
  .get(urls.settings, (c) => show(c, {}))
  .post(urls.presets, async (c) => {
    mustBeAllowed(c, 'setTerms')
    const key = said(await bodyOf(c), 'preset')
    const { name, steps } = found(presets.find((one) => one.key === key))
    const known = (await scales(c.var.ctx.db)).some((one) => one.name === name)
    if (!known) await addScale(c.var.ctx, { name, steps })
    return onward(c, urls.settings, 'scale')
  })
  .post(urls.scales, async (c) => {
    mustBeAllowed(c, 'setTerms')
    const body = await bodyOf(c)
    const name = fill(scaleNameForm, body)
    const steps = stepsIn(body)
    const made = steps.flatMap(({ values }) => (values?.code ? [stepFrom(values)] : []))
    const codes = new Set(made.map(({ code }) => code))
    const isWhole = made.length >= 2 && codes.size === made.length
    if (!name.values || !isWhole || steps.some(({ values }) => !values)) {
      const fault = isWhole ? {} : { stepsFault: deskWords(c.var.view).scaleNeedsSteps }
      return show(c, { name, steps, ...fault }, 422)
    }
    await addScale(c.var.ctx, { name: name.values.name, steps: made })
    return onward(c, urls.settings, 'scale')
  })
  .post(urls.terms, async (c) => {
    mustBeAllowed(c, 'setTerms')
    const terms = fill(termsForm, await bodyOf(c))
    if (!terms.values) return show(c, { terms }, 422)
    const now = await termsOn(c.var.ctx.db, deskOf(c).today)
    await setTerms(c.var.ctx, String(terms.values.from), termsFrom(terms.values, now))
    return onward(c, urls.settings, 'terms')
  })
  .get(urls.scalesFile, async (c) => {
    mustBeAllowed(c, 'setTerms')
    return send(c, scalesFile(await scales(c.var.ctx.db)))
  })
  .get(urls.termsFile, async (c) => {
    mustBeAllowed(c, 'setTerms')
    return send(c, termsFile(await allTerms(c.var.ctx.db)))
  })

type StepValues = NonNullable<ReturnType<typeof fill<typeof stepForm>>['values']>

function stepFrom({ code, label, meaning, kind, rank }: StepValues): ScaleStep {
  const ranked = rank === null ? null : (Number(rank) as ScaleStep['rank'])
  return { code, label: label || code, meaning, kind, rank: ranked }
}

const stepsIn = (body: Body) =>
  Array.from({ length: stepRows }, (_, i) =>
    fill(stepForm, { kind: 'on-track', ...within(body, `step${i}`) }),
  )

function termsFrom(values: Readonly<Record<string, unknown>>, now: ProgressTerms): ProgressTerms {
  const number = (key: keyof ProgressTerms) => {
    const typed = values[key]
    return typeof typed === 'number' ? typed : Number(now[key])
  }
  const percent = values.lagPercent
  return {
    periods: periods.filter((one) => values[`period.${one}`] === 'yes'),
    daysToReport: number('daysToReport'),
    remindDaysBefore: number('remindDaysBefore'),
    headAfterDays: number('headAfterDays'),
    secretariatAfterDays: number('secretariatAfterDays'),
    silentAfterDays: number('silentAfterDays'),
    lagShare: typeof percent === 'number' ? percent / 100 : now.lagShare,
  }
}

async function show(c: DeskContext, typed: Partial<SettingsProps>, status: 200 | 422 = 200) {
  mustBeAllowed(c, 'setTerms')
  const { db } = c.var.ctx
  const desk = deskOf(c)
  const now = await termsOn(db, desk.today)
  const all = await scales(db)
  const asked = await rounds(db)
  const past = await allTerms(db)
  const nameOf = await namer(
    c,
    past.map(({ setBy }) => setBy),
  )
  return c.html(
    <SettingsPage
      {...desk}
      scales={all.map((scale) => ({
        scale,
        rounds: asked.filter(({ scaleId }) => scaleId === scale.id).length,
      }))}
      presets={presets.filter((one) => !all.some(({ name }) => name === one.name))}
      name={blank(scaleNameForm)}
      steps={Array.from({ length: stepRows }, () => blank(stepForm, { kind: 'on-track' }))}
      terms={blank(termsForm, knownOf(now))}
      past={past.map(({ from, setBy }) => ({ from, by: nameOf(setBy) }))}
      {...typed}
    />,
    status,
  )
}

const knownOf = (now: ProgressTerms) => ({
  ...Object.fromEntries(
    periods.map((one) => [`period.${one}`, now.periods.includes(one) ? 'yes' : 'no']),
  ),
  daysToReport: now.daysToReport,
  remindDaysBefore: now.remindDaysBefore,
  headAfterDays: now.headAfterDays,
  secretariatAfterDays: now.secretariatAfterDays,
  silentAfterDays: now.silentAfterDays,
  lagPercent: Math.round(now.lagShare * 100),
})
