/** From settings to a server that answers: config → storage → app → listen. */
import { existsSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { pino } from 'pino'
import { DATASETS, TILESETS } from '#geodata/datasets/catalogue.ts'
import { createApp } from './app.ts'
import { systemClock } from './clock.ts'
import { type Config, helpText, readConfig } from './config.ts'
import { shutDownGracefully } from './graceful-shutdown.ts'
import { createGraphCache } from './graph-cache.ts'
import { BasemapMissingError } from './http/basemap.ts'
import { answerBrokenRequest } from './http/broken-request.ts'
import { createMetrics } from './http/metrics.ts'
import { createTileVersions } from './http/tile-versions.ts'
import { openUpToDate } from './open-up-to-date.ts'
import { createAnswerCache } from './queries/answer-cache.ts'
import { warm } from './queries/warm.ts'
import { StorageError } from './storage/storage-errors.ts'
import { createTileService } from './tiles/tile-service.ts'

/** Errors of listening that have a plain cause. */
const LISTEN_FAULTS: Readonly<Record<string, (config: Config) => string>> = {
  EADDRINUSE: ({ port }) => `port ${port} is taken: stop what listens there or choose another with --port`,
  EACCES: ({ port }) => `port ${port} may not be used by this account: choose one above 1023 with --port`,
  EADDRNOTAVAIL: ({ host }) => `this machine has no address ${host}: choose another with --host`,
  ENOTFOUND: ({ host }) => `the name ${host} is not known: choose an address with --host`,
}

async function main(): Promise<void> {
  const reading = readConfig(process.argv.slice(2), process.env)
  if (reading.kind === 'help') return void process.stdout.write(helpText())
  if (reading.kind === 'invalid') return fail(reading.message)
  const { config } = reading
  const log = pino({ level: config.logLevel })
  try {
    const storage = await openUpToDate(config, (line) => log.info(line))
    const metrics = createMetrics()
    const tiles = createTileService({ storage, datasets: DATASETS, tilesets: TILESETS })
    const versions = await createTileVersions(storage, TILESETS)
    const graph = createGraphCache({ storage, networkFile: config.network })
    const cache = createAnswerCache(storage)
    const app = createApp({
      storage,
      graph,
      tiles,
      versions,
      datasets: DATASETS,
      config,
      log,
      clock: systemClock,
      metrics,
      cache,
    })
    const server = createServer({ maxHeaderSize: 65_536, requestTimeout: 30_000, headersTimeout: 15_000 }, app)
    server.on('clientError', answerBrokenRequest)
    await listen(server, config)
    shutDownGracefully(server, log, () => Promise.all([graph.close(), storage.close()]).then(() => undefined))
    if (!existsSync(join(config.client, 'index.html')))
      log.warn(`no client in ${config.client}: only the data are served (npm run build makes the client)`)
    log.info(`Orelink answers at ${addressOf(server, config)}`)
    graph.warm().catch((fault: unknown) => log.warn({ err: fault }, 'no routes can be planned'))
    const ending = new AbortController()
    server.once('close', () => ending.abort())
    const asked = { storage, graph, cache, datasets: DATASETS, clock: systemClock, baseUrl: '', signal: ending.signal }
    warm(asked).catch((fault: unknown) => {
      if (!ending.signal.aborted) log.warn({ err: fault }, 'not everything could be made ready beforehand')
    })
  } catch (fault) {
    const listenFault = LISTEN_FAULTS[String((fault as NodeJS.ErrnoException).code)]
    if (listenFault) return fail(listenFault(config))
    if (fault instanceof StorageError || fault instanceof BasemapMissingError) return fail(fault.message)
    throw fault
  }
}

function listen(server: Server, { port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
}

function addressOf(server: Server, { host, publicUrl }: Config): string {
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : ''
  const shown = host.includes(':') ? `[${host}]` : host
  return publicUrl ?? `http://${shown}:${port}/`
}

/** One plain sentence, no stack: the person can mend this. */
function fail(message: string): void {
  process.stderr.write(`orelink: ${message}\n`)
  process.exitCode = 1
}

await main()
