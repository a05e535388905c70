import { datedTerms } from '#platform/dated-terms.ts'
import { defaultTerms } from '../terms.ts'

export const { termsOn, saveTerms } = datedTerms('newsletter_terms', defaultTerms)
