import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from './postgres.ts'

const program = '/usr/sbin/dovecot'
/** Elsewhere than in CI a machine may have no Dovecot; as anybody but root it does not start. */
export const withoutDovecot = !process.env.CI && !(existsSync(program) && userInfo().uid === 0)

const password = 'only-tests-know-this'
/** Dovecot serves nobody's mail as root: the mails are this one's. */
const nobody = 65534

/** A real IMAP server (Dovecot) on a free port of this machine, with one account and its mailbox. */
export async function imapServer() {
  const home = await mkdtemp(join(tmpdir(), 'tomoni-imap-'))
  const mail = join(home, 'mail')
  const port = await freePort()
  for (const part of ['run', 'mail', 'mail/new', 'mail/cur', 'mail/tmp']) {
    await mkdir(join(home, part), { recursive: true })
    if (part.startsWith('mail')) await chown(join(home, part), nobody, nobody)
  }
  // Its processes are several people, and all of them pass through here.
  await chmod(home, 0o755)
  const settings = join(home, 'dovecot.conf')
  await writeFile(settings, settingsOf(home, mail, port))
  let server: ChildProcess | undefined
  const start = async () => {
    server = spawn(program, ['-F', '-c', settings], { stdio: 'ignore' })
    while (!(await answers(port))) await wait(50)
  }
  const stop = async () => {
    if (!server || server.exitCode !== null) return
    server.kill('SIGTERM')
    await once(server, 'exit')
  }
  let laid = 0
  await start()
  return {
    url: (secret = password) =>
      `imap://koe%40city.example.jp:${encodeURIComponent(secret)}@127.0.0.1:${port}/INBOX`,
    /** As the city's mail server does that receives it. */
    async lay(text: string) {
      laid += 1
      const path = join(mail, 'new', `${laid}.test`)
      await writeFile(path, text)
      await chown(path, nobody, nobody)
    },
    /** Files in a folder of the account; '' is the mailbox itself. */
    count: async (folder = '') => {
      const parts = ['new', 'cur'].map((part) => join(mail, folder && `.${folder}`, part))
      const all = await Promise.all(parts.map((part) => readdir(part).catch(() => [])))
      return all.flat().length
    },
    stop,
    start,
    async end() {
      await stop()
      await rm(home, { recursive: true, force: true })
    },
  }
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })

const settingsOf = (home: string, mail: string, port: number) => `
base_dir = ${home}/run
state_dir = ${home}/run
log_path = ${home}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
auth_failure_delay = 0
mail_location = maildir:${mail}
first_valid_uid = 1
first_valid_gid = 1
passdb {
  driver = static
  args = password=${password}
}
userdb {
  driver = static
  args = uid=${nobody} gid=${nobody} home=${home}/mail
}
namespace inbox {
  inbox = yes
}
service imap-login {
  inet_listener imap {
    port = ${port}
  }
}
`
