import { serve } from '../thread.ts'
import { rasteriser, type ToDraw } from './rasteriser.ts'

const draw = rasteriser()

serve<ToDraw, readonly Uint8Array[]>(draw)
