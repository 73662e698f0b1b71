/** `/basemap/basemap.pmtiles`: the file of the configured basemap, in ranges as PMTiles readers ask for it. */
import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Express } from 'express'
import type { Config } from '../config.ts'

/** Throws, before anything listens, when the configured file is not there. */
export function mountBasemap(app: Express, { basemap }: Pick<Config, 'basemap'>): void {
  if (basemap.kind !== 'pmtiles') return
  const path = resolve(basemap.path)
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) throw new Error(`the basemap ${basemap.path} is not a file`)
  app.get('/basemap/basemap.pmtiles', (_request, response, next) => {
    response.locals.route = 'file'
    // Ranges are of the file itself: it must not be compressed on the way.
    response.setHeader('Cache-Control', 'public, max-age=3600, no-transform')
    response.type('application/vnd.pmtiles')
    response.sendFile(
      path,
      { cacheControl: false, acceptRanges: true, dotfiles: 'allow' },
      (fault) => fault && next(fault),
    )
  })
}
