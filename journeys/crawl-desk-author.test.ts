import { walkDesk } from './support/walk-desk.ts'

walkDesk('author', 'ja', 2)
