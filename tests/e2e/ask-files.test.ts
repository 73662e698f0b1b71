/** Files dropped as the area of a question: made by GDAL, read by the browser, never sent. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sayMissing } from '#tests/property/outside-tools.ts'
import { journey } from './harness.ts'

const atlas = journey()
const hasGdal = spawnSync('ogr2ogr', ['--version'], { stdio: 'ignore' }).status === 0
if (!hasGdal) sayMissing('GDAL', 9, 'gdal-bin')

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'orelink-files-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const RING = [
  [66, 29],
  [67, 29],
  [67, 31],
  [66, 31],
  [66, 29],
]
const GEOMETRIES = {
  area: { type: 'Polygon', coordinates: [RING] },
  line: { type: 'LineString', coordinates: RING.slice(0, 3) },
  points: { type: 'MultiPoint', coordinates: RING.slice(0, 4) },
}
type Kind = keyof typeof GEOMETRIES

/** GDAL's own writing of one of the shapes; the path of what it wrote. */
function written(kind: Kind, name: string, ...options: string[]): string {
  const source = join(folder, `${kind}.geojson`)
  const geometries =
    kind === 'points' ? RING.slice(0, 4).map((coordinates) => ({ type: 'Point', coordinates })) : [GEOMETRIES[kind]]
  const features = geometries.map((geometry, id) => ({
    type: 'Feature',
    properties: { id, name: 'میرا علاقہ' },
    geometry,
  }))
  writeFileSync(source, JSON.stringify({ type: 'FeatureCollection', features }))
  const path = join(folder, name)
  execFileSync('ogr2ogr', [...options, path, source], { stdio: ['ignore', 'ignore', 'inherit'] })
  return path
}

function zipped(shapefile: string): Buffer {
  const stem = shapefile.replace(/\.shp$/, '')
  const parts = ['shp', 'shx', 'dbf', 'prj'].map(
    (ending) => [`area.${ending}`, new Uint8Array(readFileSync(`${stem}.${ending}`))] as const,
  )
  return Buffer.from(zipSync(Object.fromEntries(parts)))
}

/** As from a file manager: the field hears a drop with the file. */
async function drop(page: Page, name: string, bytes: Buffer): Promise<void> {
  const transfer = await page.evaluateHandle(
    ({ fileName, base64 }) => {
      const data = new DataTransfer()
      data.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], fileName))
      return data
    },
    { fileName: name, base64: bytes.toString('base64') },
  )
  await page.locator('.ask__file').dispatchEvent('drop', { dataTransfer: transfer })
}

const open = () => atlas.open('/?v=1&at=66.5,29.5,6&panel=ask&ask=within&ask.km=0')
const UTM = ['-t_srs', 'EPSG:32642']

describe.runIf(hasGdal)('a dropped file', () => {
  test.each([
    [
      'GeoJSON',
      'area.json',
      () => readFileSync(written('area', 'out.geojson')),
      /ask\.shape=A66,29_67,29_67,31_66,31_66,29/,
    ],
    ['KML', 'area.kml', () => readFileSync(written('area', 'a.kml')), /ask\.shape=A66,29_67,29_67,31_66,31_66,29/],
    [
      'GPX',
      'track.gpx',
      () =>
        readFileSync(
          written('line', 'a.gpx', '-f', 'GPX', '-nlt', 'MULTILINESTRING', '-dsco', 'GPX_USE_EXTENSIONS=YES'),
        ),
      /ask\.shape=[LM]66,29_67,29_67,31/,
    ],
    ['zipped Shapefile', 'area.zip', () => zipped(written('area', 'a.shp')), /ask\.shape=A.*66,31_67,31_67,29_66,29/],
    ['zipped Shapefile in UTM', 'utm.zip', () => zipped(written('area', 'u.shp', ...UTM)), /ask\.shape=A/],
    ['CSV', 'places.csv', () => readFileSync(written('points', 'a.csv', '-lco', 'GEOMETRY=AS_XY')), /ask\.shape=A/],
    [
      'GeoPackage',
      'area.gpkg',
      () => readFileSync(written('area', 'a.gpkg')),
      /ask\.shape=A66,29_67,29_67,31_66,31_66,29/,
    ],
    [
      'GeoPackage in UTM',
      'utm.gpkg',
      () => readFileSync(written('area', 'u.gpkg', ...UTM)),
      /ask\.shape=A66,29_67,29_67,31_66,31_66,29/,
    ],
  ] as const)('%s', async (_, name, bytes, shape) => {
    const page = await open()
    await drop(page, name, bytes())
    await expect.poll(() => decodeURIComponent(page.url())).toMatch(shape)
    await expect
      .poll(() => page.locator('.ask__sentence').textContent())
      .toMatch(/deposits?.* (the drawn area|the drawn line|the given)/)
    // Only the shape was asked about: nothing that was sent holds the file.
    expect(atlas.requests().some((address) => /blob|upload/.test(address))).toBe(false)
  })

  test('that cannot be taken says why', async () => {
    const page = await open()
    const alert = page.getByRole('alert')
    await drop(page, 'france.gpkg', readFileSync(written('area', 'f.gpkg', '-t_srs', 'EPSG:2154')))
    await alert.getByText('EPSG:2154', { exact: false }).waitFor()
    await drop(page, 'broken.gpkg', Buffer.from('SQLite? No.'))
    await alert.getByText('broken.gpkg cannot be read', { exact: false }).waitFor()
    await drop(page, 'plan.dwg', Buffer.from('x'))
    await alert.getByText('plan.dwg is none of', { exact: false }).waitFor()
    await drop(page, 'large.geojson', Buffer.alloc(10_000_001, 0x20))
    await alert.getByText('larger than 10 MB', { exact: false }).waitFor()
    const corners = Array.from({ length: 6000 }, (_, index) => [66 + index / 6000, 29 + (index % 2) / 100])
    await drop(page, 'long.geojson', Buffer.from(JSON.stringify({ type: 'LineString', coordinates: corners })))
    await alert.getByText('6,000 positions; at most 5,000', { exact: false }).waitFor()
    await drop(page, 'empty.kml', Buffer.from('<kml xmlns="http://www.opengis.net/kml/2.2"><Document/></kml>'))
    await alert.getByText('no point, line or area in empty.kml', { exact: false }).waitFor()
    await drop(page, 'names.csv', Buffer.from('name,place\nDuddar,here\n'))
    await alert.getByText('no columns named lon and lat', { exact: false }).waitFor()
  })
})
