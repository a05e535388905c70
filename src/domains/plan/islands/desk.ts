import { followKeys } from './keys.ts'
import { keepDrafts } from './drafts.ts'
import { letDrag } from './drag.ts'

/** What a browser adds to the desk. Every page does its work without it. */
keepDrafts()
followKeys()
letDrag()
