import { datedTerms } from '#platform/dated-terms.ts'
import { defaultTerms } from '../terms.ts'

export const { termsOn, allTerms, saveTerms } = datedTerms('voice_terms', defaultTerms)
