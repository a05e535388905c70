import { Icon } from '#design/icon.tsx'
import { languageOf, type View } from '#design/view.ts'
import { type Layer, layers } from '../judging.ts'
import { messages, type PublicWords } from '../messages/public.ts'
import type { LayersSaid } from '../rules/course.ts'
import { layersDiffer } from '../rules/year.ts'
import { StepBadge } from './parts.tsx'

interface LayersProps {
  readonly view: View
  readonly said: LayersSaid
  readonly waived: Readonly<Partial<Record<Layer, string>>>
}

/** Three layers side by side, one below the other on a phone; that they differ is said by a sign and in words. */
export function ThreeLayers({ view, said, waived }: LayersProps) {
  const t = messages[view.locale]
  return (
    <div class="stack">
      <Differing view={view} said={said} />
      <div class="thirds judged">
        {layers.map((layer) => {
          const one = said[layer]
          const reason = waived[layer]
          return (
            <section class="stack-tight">
              <h4>{t.layers[layer]}</h4>
              {one ? (
                <>
                  <p class="cluster">
                    <StepBadge step={one.step} />
                    {one.course && <span class="soft">{t.courses[one.course]}</span>}
                  </p>
                  <p class="lines" lang={inJapanese(view)}>
                    {one.comment}
                  </p>
                </>
              ) : (
                <p class="soft">
                  {reason ? (
                    <>
                      {t.waived} <span lang="ja">{reason}</span>
                    </>
                  ) : (
                    t.notGiven
                  )}
                </p>
              )}
            </section>
          )
        })}
      </div>
    </div>
  )
}

const inJapanese = ({ locale }: View) => (languageOf(locale) === 'ja' ? undefined : 'ja')

/** 自己評価は「実施中」、内部評価は「検討中」: what each says, where they do not say the same. */
export function Differing({ view, said }: Omit<LayersProps, 'waived'>) {
  if (!layersDiffer(said)) return null
  const t = messages[view.locale]
  return (
    <p>
      <strong>
        <Icon name="care" /> {t.differs}
      </strong>
      {t.stop}
      {sayings(t, said)}
      {t.stop.trim()}
    </p>
  )
}

/** What each layer says, in one line. */
export const sayings = (t: PublicWords, said: LayersSaid): string =>
  layers
    .flatMap((layer) => {
      const step = said[layer]?.step
      return step ? [t.layerSays(t.short[layer], step.label)] : []
    })
    .join(t.comma)
