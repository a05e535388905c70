import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { LogLine } from './web.ts'

/** What Prometheus may read at /metrics: counts and times by kind of page, nothing of any person. */
export function metrics(cache: { readonly hits: number; readonly misses: number }) {
  const register = new Registry()
  collectDefaultMetrics({ register })
  const seconds = new Histogram({
    name: 'tomoni_http_seconds',
    help: 'Time to answer, by route and status',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3],
    registers: [register],
  })
  const facts = new Counter({
    name: 'tomoni_facts_total',
    help: 'Entries written to the ledger',
    labelNames: ['fact'],
    registers: [register],
  })
  new Gauge({
    name: 'tomoni_page_cache_hit_ratio',
    help: 'Share of public pages answered from the cache',
    registers: [register],
    collect() {
      this.set(cache.hits / Math.max(1, cache.hits + cache.misses))
    },
  })
  return {
    note: ({ route, method, status, ms }: LogLine) =>
      seconds.observe({ route, method, status: String(status) }, ms / 1000),
    fact: (fact: string) => facts.inc({ fact }),
    text: () => register.metrics(),
  }
}
