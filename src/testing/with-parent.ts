/** Loaded into a server that tests start: it ends when whoever started it is gone, however that went. */
process.stdin.on('end', () => process.kill(process.pid, 'SIGTERM'))
process.stdin.resume()
