/** GDAL reads the atlas through its OAPIF and MVT drivers: every count is ours, filters, boxes and projections too. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Served, serve } from './serve.ts'
import { hasTool, tool } from './tool.ts'

const TESTS = 7

describe.skipIf(!hasTool('ogrinfo', ['--version'], 'gdal-bin', TESTS))('GDAL', () => {
  let atlas: Served
  const folder = mkdtempSync(join(tmpdir(), 'orelink-gdal-'))
  beforeAll(async () => {
    atlas = await serve()
  })
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true })
    await atlas.close()
  })

  async function counts(...args: string[]): Promise<Map<string, number>> {
    const { out } = await tool('ogrinfo', ['-ro', '-so', ...args])
    const layers = out.matchAll(/Layer name: (.+)\n[\s\S]*?Feature Count: (\d+)/g)
    return new Map([...layers].map(([, name = '', count]) => [name, Number(count)]))
  }

  test('ogrinfo finds every collection with our number of features', async () => {
    const { collections } = await atlas.ours('/collections')
    const found = await counts('-al', `OAPIF:${atlas.ogc}`)
    expect(collections.length).toBeGreaterThan(60)
    expect(Object.fromEntries(found)).toEqual(
      Object.fromEntries(collections.map(({ id, featureCount }) => [id, featureCount])),
    )
    const total = [...found.values()].reduce((sum, count) => sum + count, 0)
    console.log(`ogrinfo OAPIF: ${found.size} layers, ${total} features, all counts equal ours`)
  })

  test('ogrinfo reads page after page to the last feature', async () => {
    const { numberMatched } = await atlas.ours('/collections/roads/items?limit=1')
    expect(numberMatched).toBeGreaterThan(2000)
    const { out } = await tool('ogrinfo', ['-ro', '-q', '-geom=NO', `OAPIF:${atlas.ogc}`, 'roads'])
    const ids = [...out.matchAll(/^OGRFeature\(roads\):(\d+)/gm)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(numberMatched)
    console.log(`ogrinfo OAPIF roads: ${ids.length} features over pages, none twice`)
  })

  test('ogr2ogr writes a GeoPackage: all, by attribute, by box, each with our number', async () => {
    const questions = [
      { name: 'all', args: [], ours: '' },
      { name: 'where', args: ['-where', "status = 'exploration'"], ours: '&status=exploration' },
      { name: 'spat', args: ['-spat', '60', '24', '66', '30'], ours: '&bbox=60,24,66,30' },
      {
        name: 'both',
        args: ['-where', "status = 'exploration'", '-spat', '60', '24', '66', '30'],
        ours: '&status=exploration&bbox=60,24,66,30',
      },
    ]
    const report: string[] = []
    for (const { name, args, ours } of questions) {
      const file = join(folder, `${name}.gpkg`)
      await tool('ogr2ogr', ['-f', 'GPKG', file, `OAPIF:${atlas.ogc}`, 'deposits', ...args])
      const { numberMatched } = await atlas.ours(`/collections/deposits/items?limit=1${ours}`)
      expect(numberMatched, name).toBeGreaterThan(3)
      expect(await counts(file, 'deposits'), name).toEqual(new Map([['deposits', numberMatched]]))
      report.push(`${name} ${numberMatched}`)
    }
    console.log(`ogr2ogr deposits to GeoPackage, counts equal ours: ${report.join(', ')}`)
  })

  test('-where goes down to the server as far as GDAL writes it, and finds as many as our own filter', async () => {
    // GDAL 3.6 knows the draft of CQL, where told so, and without a list of queryables in the draft's form sends IS NULL alone.
    const questions = [
      { where: 'startYear IS NOT NULL', sent: /[?&]filter=NOT/ },
      { where: "operator IS NOT NULL AND status = 'operating'", sent: /[?&]filter=NOT/ },
      { where: "status IN ('exploration', 'prospect') AND importance >= 3", sent: null },
      { where: "importance > 2 OR NOT (status = 'exploration')", sent: null },
    ]
    for (const [index, { where, sent }] of questions.entries()) {
      const file = join(folder, `where-${index}.gpkg`)
      const args = ['-f', 'GPKG', file, `OAPIF:${atlas.ogc}`, 'deposits', '-where', where]
      const { err } = await tool('ogr2ogr', args, { OGR_OAPIF_ALLOW_CQL_TEXT: 'YES', CPL_DEBUG: 'ON' })
      if (sent) expect(err, where).toMatch(sent)
      const { numberMatched } = await atlas.ours(
        `/collections/deposits/items?limit=1&filter=${encodeURIComponent(where)}`,
      )
      expect(numberMatched, where).toBeGreaterThan(3)
      expect(await counts(file, 'deposits'), where).toEqual(new Map([['deposits', numberMatched]]))
      console.log(
        `ogr2ogr -where "${where}": ${numberMatched} deposits${sent ? ', asked of the server by filter=' : ''}`,
      )
    }
  })

  test('ogr2ogr projects to where we project', async () => {
    const file = join(folder, 'utm.gpkg')
    await tool('ogr2ogr', ['-f', 'GPKG', file, `OAPIF:${atlas.ogc}`, 'ports', '-t_srs', 'EPSG:32642'])
    const { out } = await tool('ogrinfo', ['-ro', '-q', file, 'ports'])
    const crs = encodeURIComponent('http://www.opengis.net/def/crs/EPSG/0/32642')
    const { features } = await atlas.ours(`/collections/ports/items?limit=1000&crs=${crs}`)
    const theirs = [...out.matchAll(/ {2}POINT \(([-\d.]+) ([-\d.]+)\)/g)].map(([, x, y]) => [Number(x), Number(y)])
    expect(theirs.length).toBe(features.length)
    const ours = features.map(({ geometry }) => geometry?.coordinates as [number, number])
    for (const [index, [x, y]] of ours.entries()) {
      expect(Math.abs(x - (theirs[index]?.[0] ?? 0))).toBeLessThan(0.02)
      expect(Math.abs(y - (theirs[index]?.[1] ?? 0))).toBeLessThan(0.02)
    }
    console.log(`ogr2ogr -t_srs EPSG:32642: ${theirs.length} ports within 2 cm of ours`)
  })

  test('the MVT driver reads a tile of OGC API Tiles', async () => {
    const answer = await fetch(`${atlas.ogc}/collections/provinces/tiles/WebMercatorQuad/4/6/11?f=mvt`, {
      headers: { 'accept-encoding': 'identity' },
    })
    expect(answer.status).toBe(200)
    mkdirSync(join(folder, '4/11'), { recursive: true })
    const file = join(folder, '4/11/6.mvt')
    writeFileSync(file, Buffer.from(await answer.arrayBuffer()))
    const { out } = await tool('ogrinfo', ['-ro', '-al', '-geom=SUMMARY', `MVT:${file}`])
    expect(out).toMatch(/Layer name: provinces/)
    expect(out).toMatch(/name_en \(String\) = Balochistan/)
    const [, count] = /Feature Count: (\d+)/.exec(out) ?? []
    expect(Number(count)).toBeGreaterThan(2)
    console.log(`ogrinfo MVT: tile 4/11/6 of provinces, ${count} features`)
  })

  test('the MVT driver reads a tile over HTTP', async () => {
    const { out } = await tool('ogrinfo', ['-ro', '-al', '-so', `MVT:${atlas.host}/tiles/provinces/4/11/6.mvt`])
    expect(out).toMatch(/Layer name: provinces/)
    expect(out).toMatch(/Feature Count: [1-9]/)
  })
})
