import { keepDrafts } from '#design/islands/drafts.ts'
import { waitForLine } from './line.ts'

/** What somebody has to say may stay on a device that others use as well; who they are may not. */
const matter = new Set(['text', 'place', 'district', 'point'])

keepDrafts((name) => matter.has(name))
waitForLine()
