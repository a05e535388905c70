import { datedTerms } from '#platform/dated-terms.ts'
import { defaultTerms } from '../terms.ts'

export const { allTerms, saveTerms, termsOn } = datedTerms('voice_comment_terms', defaultTerms)
