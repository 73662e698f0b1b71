/** Stored tiles as an MBTiles 1.3 file, the format that other servers read. Rows count from the south there. */
import Database from 'better-sqlite3'

export interface BenchTile {
  z: number
  x: number
  y: number
  gzip: Uint8Array
}

export function writeMbtiles(
  file: string,
  tileset: string,
  tiles: readonly BenchTile[],
  layers: readonly string[],
): void {
  const database = new Database(file)
  database.exec(`
    CREATE TABLE metadata (name TEXT PRIMARY KEY, value TEXT);
    CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB,
      PRIMARY KEY (zoom_level, tile_column, tile_row)) WITHOUT ROWID;`)
  const zooms = tiles.map(({ z }) => z)
  const metadata = {
    name: tileset,
    format: 'pbf',
    bounds: '60,23,78,38',
    minzoom: String(Math.min(...zooms)),
    maxzoom: String(Math.max(...zooms)),
    json: JSON.stringify({ vector_layers: layers.map((id) => ({ id, fields: {} })) }),
  }
  const putMetadata = database.prepare('INSERT INTO metadata VALUES (?, ?)')
  for (const [name, value] of Object.entries(metadata)) putMetadata.run(name, value)
  const putTile = database.prepare('INSERT INTO tiles VALUES (?, ?, ?, ?)')
  database.transaction(() => {
    for (const { z, x, y, gzip } of tiles) putTile.run(z, x, 2 ** z - 1 - y, Buffer.from(gzip))
  })()
  database.close()
}
