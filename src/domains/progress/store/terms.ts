import { datedTerms } from '#platform/dated-terms.ts'
import { defaultTerms } from '../terms.ts'

export const { termsOn, allTerms, saveTerms } = datedTerms('progress_terms', defaultTerms)
