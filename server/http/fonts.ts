/** `/fonts/<file>`: the woff2 files of the map and the interface, from a closed list, straight from their npm packages. */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Express } from 'express'
import { FONT_FILES, type FontFile } from '#geodata/style/fonts.ts'
import { Refusal } from '../refusal.ts'

/** Urdu of the interface, which has room for Naskh; labels of the map take those of FONT_FILES. */
const INTERFACE_FONTS: readonly FontFile[] = [
  { package: '@fontsource/noto-naskh-arabic', file: 'noto-naskh-arabic-arabic-400-normal.woff2' },
  { package: '@fontsource/noto-naskh-arabic', file: 'noto-naskh-arabic-arabic-700-normal.woff2' },
  { package: '@fontsource/noto-sans-arabic', file: 'noto-sans-arabic-arabic-700-normal.woff2' },
]
const A_YEAR_MS = 31_536_000_000

export function mountFonts(app: Express): void {
  const { resolve } = createRequire(import.meta.url)
  const paths = new Map(
    [...FONT_FILES, ...INTERFACE_FONTS].map(({ file, package: from }) => [
      file,
      join(dirname(resolve(`${from}/package.json`)), 'files', file),
    ]),
  )
  app.get('/fonts/:file', (request, response, next) => {
    response.locals.route = 'file'
    const path = paths.get(request.params.file)
    if (!path) throw new Refusal('not-found', 'There is no such font.')
    response.sendFile(path, { maxAge: A_YEAR_MS, immutable: true }, (fault) => fault && next(fault))
  })
}
