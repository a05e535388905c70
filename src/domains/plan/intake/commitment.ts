import type { Commitment } from '../item.ts'

/** A suggestion for 取組段階, with the words it rests on. A person decides. */
export interface Suggestion {
  readonly commitment: Commitment
  /** The words of the sentence that carry the step, as they stand there. */
  readonly words: string
  readonly at: number
}

/**
 * Verbs of Japanese plans by what they commit to, the first that is found counts (domain.md 0). A
 * body that considers (検討委員会) or the outcome (検討結果) is no consideration; 導入検討 is.
 */
const ladder: readonly (readonly [Commitment, RegExp])[] = [
  [
    'consider',
    /検討(?!委員会|会議|会|部会|チーム|結果)[^。]*$|研究します|調査研究[^。]*$|協議します/u,
  ],
  ['prepare', /(着手|準備)[^。]*$|向けた?取り?組み?[^。]*$/u],
  [
    'trial',
    /(試行|試験的|実験)[^。]*$|モデル(?!事業の?(支援|活動))[^。]*(実施|行い|設置|指定)[^。]*$/u,
  ],
  ['enhance', /(充実|強化|拡充|拡大|向上|改善)(を図|し|させ|に努め|に取り?組|を進め|$)[^。]*$/u],
  [
    'implement',
    /(作成|配置|策定|公表|実施|開催|設置|提供|周知|把握|整備|発行|募集|支援|制定|導入|反映|育成|仕組みづくり|取り?組み?|努め|行い|進め|図り)[^。]*$/u,
  ],
]

/**
 * Reads the step from the last clause of the last sentence, where Japanese has its verb: 「…を促し、制度の
 * 充実を図ります」 enhances. A clause without a verb of the ladder passes to the whole sentence.
 */
export function suggestCommitment(text: string): Suggestion | null {
  const sentences = [...text.matchAll(/[^。\n]+/gu)]
  const last = sentences.at(-1)
  if (!last) return null
  const sentence = last[0]
  const comma = sentence.lastIndexOf('、', sentence.trimEnd().length - 2)
  const clause = comma < 0 ? sentence : sentence.slice(comma + 1)
  return find(clause, last.index + sentence.length - clause.length) ?? find(sentence, last.index)
}

function find(part: string, at: number): Suggestion | null {
  for (const [commitment, pattern] of ladder) {
    const found = pattern.exec(part)
    if (found) return { commitment, words: found[0].trim(), at: at + found.index }
  }
  return null
}
