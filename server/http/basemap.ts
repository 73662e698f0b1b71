/**
 * The configured basemap: `/basemap/basemap.json` tells the client of it (204 where there is none), and a file is sent from
 * `/basemap/basemap.pmtiles` in ranges, as PMTiles readers ask for it.
 */
import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Express } from 'express'
import type { Config } from '../config.ts'

const FILE_ADDRESS = '/basemap/basemap.pmtiles'

/** Throws, before anything listens, when the configured file is not there. */
export function mountBasemap(app: Express, { basemap, publicUrl }: Pick<Config, 'basemap' | 'publicUrl'>): void {
  app.get('/basemap/basemap.json', (_request, response) => {
    response.locals.route = 'tilejson'
    response.setHeader('Cache-Control', 'no-cache')
    switch (basemap.kind) {
      case 'none':
        response.status(204).end()
        return
      case 'pmtiles':
        response.json({ tilejson: '3.0.0', tiles: [`pmtiles://${publicUrl ?? ''}${FILE_ADDRESS}`] })
        return
      case 'raster':
        response.json({ tilejson: '3.0.0', tiles: [basemap.template], tileSize: 256 })
    }
  })
  if (basemap.kind !== 'pmtiles') return
  const path = resolve(basemap.path)
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) throw new BasemapMissingError(basemap.path)
  app.get(FILE_ADDRESS, (_request, response, next) => {
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

export class BasemapMissingError extends Error {
  constructor(path: string) {
    super(`the basemap ${path} is not a file: correct --basemap or leave it out`)
    this.name = 'BasemapMissingError'
  }
}
