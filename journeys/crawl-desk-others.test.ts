import { walkDesk } from './support/walk-desk.ts'

// The same pages with less, or with other buttons, on them.
walkDesk('viewer', 'ja', 1)
walkDesk('officer', 'ja', 1)
walkDesk('head', 'ja', 1)
