/** Ends the server at SIGINT or SIGTERM: no new connections, requests in flight are finished within a bound, then all is closed. */
import type { Server } from 'node:http'
import type { Logger } from 'pino'

const LONGEST_WAIT_MS = 10_000

/** A second signal ends at once. `close` runs when the last answer is out. */
export function shutDownGracefully(server: Server, log: Logger, close: () => Promise<void>): void {
  let isEnding = false
  const end = (signal: NodeJS.Signals): void => {
    if (isEnding) process.exit(130)
    isEnding = true
    log.info({ signal }, 'finishing requests in flight')
    finishRequests(server)
      .then((isAll) => {
        if (!isAll) log.warn('requests took too long to finish and were cut off')
        return close()
      })
      .then(
        () => log.info('stopped'),
        (fault: unknown) => {
          log.error({ err: fault }, 'could not close the database')
          process.exitCode = 1
        },
      )
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, end)
}

/** Takes no more connections; true when every request under way was answered, false when the bound cut some off. */
export function finishRequests(server: Server, longestMs = LONGEST_WAIT_MS): Promise<boolean> {
  return new Promise((resolve) => {
    let isAll = true
    const bound = setTimeout(() => {
      isAll = false
      server.closeAllConnections()
    }, longestMs)
    server.close(() => {
      clearTimeout(bound)
      resolve(isAll)
    })
    // Connections that are kept open for a next request would hold the server up.
    server.closeIdleConnections()
  })
}
