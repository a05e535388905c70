import type { AuditAction, Standing } from '../workflow.ts'

interface Both<Key extends string> {
  readonly ja: Readonly<Record<Key, string>>
  readonly en: Readonly<Record<Key, string>>
}

/** The workflow table in words, for the pages of permissions. */
export const auditActions: Both<AuditAction> = {
  ja: {
    readLedger: '台帳を読む',
    takeLedger: '台帳を書き出す',
    readOpenings: '封を開けた記録を読む',
    readRetention: '保存年限を読む',
    setTerm: '保存年限を変える',
    readHeads: '台帳の見出しを読む',
  },
  en: {
    readLedger: 'Read the ledger',
    takeLedger: 'Export the ledger',
    readOpenings: 'Read who opened personal data',
    readRetention: 'Read how long things are kept',
    setTerm: 'Change how long things are kept',
    readHeads: 'Read the published heads',
  },
}

export const auditStandings: Both<Standing> = {
  ja: { anyone: 'だれでも', reader: '台帳を読む人', officer: '個人情報保護の責任者' },
  en: { anyone: 'anyone', reader: 'reader of the ledger', officer: 'data protection officer' },
}
