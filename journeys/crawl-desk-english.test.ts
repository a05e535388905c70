import { walkDesk } from './support/walk-desk.ts'

// Staff pages are in Japanese and English.
walkDesk('author', 'en', 1, 6)
