import { serve } from '../thread.ts'
import { type Pages, rasteriser, type ToDraw, type ToRead } from './rasteriser.ts'

const read = rasteriser()

serve<ToDraw | ToRead, Pages>(read)
