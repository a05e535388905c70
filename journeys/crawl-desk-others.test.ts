import { walkDesk } from './support/walk-desk.ts'

// The same pages with less, or with other buttons, on them: the author has opened every one.
const most = 3
walkDesk('viewer', 'ja', 1, most)
walkDesk('officer', 'ja', 1, most)
walkDesk('head', 'ja', 1, most)
