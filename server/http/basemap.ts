/**
 * The configured basemap: `/basemap/basemap.json` tells our client of it (TileJSON; 204 where there is none), and
 * `/basemap/basemap.pmtiles` is the file itself, in ranges as PMTiles readers ask for it.
 */
import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Express } from 'express'
import type { Config } from '../config.ts'

/** Throws, before anything listens, when the configured file is not there. */
export function mountBasemap(app: Express, { basemap }: Pick<Config, 'basemap'>): void {
  app.get('/basemap/basemap.json', (_request, response) => {
    response.locals.route = 'file'
    response.setHeader('Cache-Control', 'no-cache')
    if (basemap.kind === 'none') return void response.status(204).end()
    const tiles = basemap.kind === 'raster' ? basemap.template : 'pmtiles:///basemap/basemap.pmtiles'
    response.json({ tilejson: '3.0.0', tiles: [tiles] })
  })
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
