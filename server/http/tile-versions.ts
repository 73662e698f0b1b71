/**
 * The version of each tileset, for addresses that never change their bytes: a hash of the versions of its datasets.
 * Known without waiting, since every tile request looks; a write forgets those it touches until they are read anew.
 */
import { createHash } from 'node:crypto'
import type { Storage } from '../storage/storage.ts'

/** Part of every version: changes when the same features would be encoded to other tiles. */
const ENCODING = '1'

export interface TileVersions {
  /** undefined where nothing is loaded under this id, or for a moment after a write. */
  of(tileset: string): string | undefined
  close(): void
}

export async function createTileVersions(
  storage: Storage,
  tilesets: Readonly<Record<string, readonly string[]>>,
): Promise<TileVersions> {
  let versions = await readVersions(storage, tilesets)
  let reading = 0
  const stop = storage.onTilesTouched((touched) => {
    for (const tileset of touched.tilesets) versions.delete(tileset)
    reading += 1
    const turn = reading
    // A later write reads again; where reading fails, addresses stay without a lasting version, which is only slower.
    readVersions(storage, tilesets).then(
      (read) => {
        if (turn === reading) versions = read
      },
      () => undefined,
    )
  })
  return { of: (tileset) => versions.get(tileset), close: stop }
}

async function readVersions(
  storage: Storage,
  tilesets: Readonly<Record<string, readonly string[]>>,
): Promise<Map<string, string>> {
  const states = await storage.datasets()
  const versions = new Map(states.map(({ id, version }) => [id, shortHash(`${ENCODING} ${version}`)]))
  for (const [tileset, members] of Object.entries(tilesets))
    versions.set(tileset, shortHash(members.map((member) => versions.get(member) ?? '').join(' ')))
  for (const { id, version } of await storage.rasterTilesets()) versions.set(id, shortHash(version))
  return versions
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 12)
}
