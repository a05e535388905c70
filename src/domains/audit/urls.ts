export const urls = {
  ledger: '/desk/ledger',
  opened: '/desk/ledger/opened',
  csv: '/desk/ledger/ledger.csv',
  lines: '/desk/ledger/ledger.jsonl',
  retention: '/desk/audit/retention',
  term: '/desk/audit/retention/:name',
  termOf: (name: string) => `/desk/audit/retention/${encodeURIComponent(name)}`,
  heads: '/ledger/heads',
  headsApi: '/api/v1/ledger/heads',
} as const
