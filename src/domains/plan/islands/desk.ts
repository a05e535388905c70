import { keepDrafts } from '#design/islands/drafts.ts'
import { letDrag } from './drag.ts'
import { followKeys } from './keys.ts'

/** What a browser adds to the desk. Every page does its work without it. */
keepDrafts()
followKeys()
letDrag()
