import { keepDrafts } from '#design/islands/drafts.ts'
import { letDrag } from './drag.ts'
import { followKeys } from './keys.ts'

/** What a browser adds to the desk. Every page does its work without it. */
keepDrafts()
followKeys()
letDrag()
// After a refusal the keys, and the page, begin at what has to be mended.
document.querySelector<HTMLElement>('.faults')?.focus()
