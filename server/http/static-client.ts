/**
 * The built client: files with a hash in their name for ever, `/` checked each time. Files that the build compressed
 * beforehand (`.br`, `.gz`) go out as they are. Only `/` is the application; every other unknown address is not found.
 */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import type { Express, Request, Response } from 'express'

const HASHED = /^\/assets\/.*-[\w-]{8,}\.\w+$/
const FOR_EVER = 'public, max-age=31536000, immutable'
const ENCODINGS = [
  { name: 'br', ending: '.br' },
  { name: 'gzip', ending: '.gz' },
] as const

/** Files are listed once, at the start: an address is looked up among them and never becomes a path. */
export function mountStaticClient(app: Express, folder: string): void {
  const root = resolve(folder)
  const files = existsSync(root) ? filesBelow(root) : new Map<string, string>()
  app.get(/.*/, (request, response, next) => {
    const name = request.path === '/' ? '/index.html' : request.path
    const path = files.get(name)
    if (path === undefined || /\.(br|gz)$/.test(name)) {
      next()
      return
    }
    response.locals.route = 'file'
    response.setHeader('Cache-Control', HASHED.test(name) ? FOR_EVER : 'no-cache')
    sendFile(request, response, { path, name, files }, next)
  })
}

function sendFile(
  request: Request,
  response: Response,
  { path, name, files }: { path: string; name: string; files: ReadonlyMap<string, string> },
  next: (fault: unknown) => void,
): void {
  response.type(name.slice(name.lastIndexOf('.')))
  const packed = ENCODINGS.filter(({ ending }) => files.has(name + ending))
  if (packed.length > 0) response.vary('Accept-Encoding')
  const chosen = request.acceptsEncodings(...packed.map(({ name: encoding }) => encoding))
  const encoding = packed.find((candidate) => candidate.name === chosen)
  if (encoding) response.setHeader('Content-Encoding', encoding.name)
  const file = (encoding && files.get(name + encoding.ending)) ?? path
  // Ranges of a compressed file would be of no use to anyone.
  response.sendFile(
    file,
    { cacheControl: false, acceptRanges: false, dotfiles: 'allow' },
    (fault) => fault && next(fault),
  )
}

function filesBelow(root: string): Map<string, string> {
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' })
  return new Map(
    names
      .map((name) => [`/${name.split(sep).join('/')}`, join(root, name)] as const)
      .filter(([, path]) => statSync(path).isFile()),
  )
}
