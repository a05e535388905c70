import type { SetSheet } from '#platform/sheet.ts'
import { serve } from '../thread.ts'
import { compiler, type Wanted } from './compiler.ts'

const compile = compiler()

serve<Wanted, SetSheet>((wanted) => compile(wanted))
