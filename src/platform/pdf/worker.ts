import type { SetSheet } from '#platform/sheet.ts'
import { serve } from '../thread.ts'
import { compiler, type Wanted } from './compiler.ts'
import { inked } from './inks.ts'

const compile = compiler()

serve<Wanted, SetSheet>(async (wanted) => compile(await inked(wanted)))
