/** The yardstick: the least that can serve a stored tile, node:http and one prepared statement per request. Port and file as arguments. */
import { createServer } from 'node:http'
import Database from 'better-sqlite3'

const [port = '0', file = ''] = process.argv.slice(2)
const database = new Database(file, { readonly: true })
const read = database.prepare<[number, number, number], { tile_data: Buffer }>(
  'SELECT tile_data FROM tiles WHERE zoom_level = ? AND tile_column = ? AND tile_row = ?',
)

createServer((request, response) => {
  const [, , , z, x, y] = (request.url ?? '').replace('.mvt', '').split('/')
  const row = read.get(Number(z), Number(x), 2 ** Number(z) - 1 - Number(y))
  response.writeHead(row ? 200 : 404, {
    'Content-Type': 'application/vnd.mapbox-vector-tile',
    'Content-Encoding': 'gzip',
    'Content-Length': row?.tile_data.byteLength ?? 0,
  })
  response.end(row?.tile_data)
}).listen(Number(port), '127.0.0.1')
