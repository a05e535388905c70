import { serve } from '../thread.ts'
import type { Looked } from './contents.ts'
import { look } from './look.ts'

serve<Uint8Array, Looked>((bytes) => look(bytes))
