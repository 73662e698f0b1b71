/** A basemap of the host's own: a small .pmtiles file made here is drawn under the data, and says where it comes from. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { afterAll, expect, test } from 'vitest'
import { mapIdle } from './browser.ts'
import { journey, journeyOnOwnServer } from './harness.ts'

const MAGENTA = [220, 0, 220] as const
const folder = mkdtempSync(join(tmpdir(), 'orelink-basemap-'))
const file = join(folder, 'small.pmtiles')
writeFileSync(file, oneTile(magentaTile()))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const plain = journey()
const withBasemap = journeyOnOwnServer({ args: ['--basemap', file] })

test('without one, nothing of it is asked for or drawn', async () => {
  const page = await plain.open('/?v=1&theme=light&layers=&panel=none')
  await mapIdle(page)
  expect(magentaShare(await page.locator('.map').screenshot())).toBe(0)
  expect(plain.requests().some((url) => url.includes('.pmtiles'))).toBe(false)
})

test('a .pmtiles file is read in ranges and drawn under the data', async () => {
  const page = await withBasemap.open('/?v=1&theme=light&layers=&panel=none')
  await expect
    .poll(async () => magentaShare(await page.locator('.map').screenshot()), { timeout: 30_000 })
    .toBeGreaterThan(0.5)
  expect(withBasemap.requests().some((url) => url.endsWith('/basemap/basemap.pmtiles'))).toBe(true)
})

function magentaTile(): Buffer {
  const png = new PNG({ width: 256, height: 256 })
  for (let i = 0; i < png.data.length; i += 4) png.data.set([...MAGENTA, 255], i)
  return PNG.sync.write(png)
}

/** Share of pixels, 0–1, that are near the tile's colour. */
function magentaShare(picture: Buffer): number {
  const { data, width, height } = PNG.sync.read(picture)
  let near = 0
  for (let i = 0; i < data.length; i += 4)
    if (MAGENTA.every((value, c) => Math.abs((data[i + c] ?? 0) - value) < 40)) near += 1
  return near / (width * height)
}

/** A PMTiles archive, version 3, of the single tile 0/0/0: a header of 127 bytes, a directory of one entry, metadata, the tile. */
function oneTile(png: Buffer): Buffer {
  const directory = Buffer.from([1, 0, 1, ...varint(png.length), 1])
  const metadata = Buffer.from('{}')
  const header = Buffer.alloc(127)
  header.write('PMTiles', 0, 'latin1')
  header.writeUInt8(3, 7)
  const tileStart = 127 + directory.length + metadata.length
  const offsets = [127, directory.length, 127 + directory.length, metadata.length, tileStart, 0, tileStart, png.length]
  for (const [index, value] of [...offsets, 1, 1, 1].entries()) header.writeBigUInt64LE(BigInt(value), 8 + index * 8)
  // Clustered; directories and tiles not compressed; images in PNG; zoom 0 alone; the whole world.
  for (const [index, value] of [1, 1, 1, 2, 0, 0].entries()) header.writeUInt8(value, 96 + index)
  for (const [index, value] of [-180, -85, 180, 85].entries()) header.writeInt32LE(value * 1e7, 102 + index * 4)
  return Buffer.concat([header, directory, metadata, png])
}

function varint(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...varint(value >>> 7)]
}
