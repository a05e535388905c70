import { serve } from '../thread.ts'
import type { Drawn, Looked, Order } from './contents.ts'
import { smallCopy } from './draw.ts'
import { look } from './look.ts'

serve<Order, Looked | Drawn>(({ bytes, small }) => (small ? smallCopy(bytes) : look(bytes)))
