import type { Document } from '#platform/document.ts'
import { serve } from '../thread.ts'
import { compiler } from './compiler.ts'

const compile = compiler()

serve<Document, Uint8Array>((document) => compile(document))
