/** QGIS without a screen: a layer of OGC API Features loads, has our number of features, and a picture of it can be drawn. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Served, serve } from './serve.ts'
import { hasTool, PYTHON, toolJson } from './tool.ts'

const HEADLESS = { QT_QPA_PLATFORM: 'offscreen' }
const SCRIPT = `
import json, sys
from qgis.core import *
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor
ogc, picture = sys.argv[1:3]
app = QgsApplication([], False)
app.initQgis()
layers = {}
for name in sys.argv[3:]:
    layers[name] = QgsVectorLayer("url='%s' typename='%s' pageSize='100'" % (ogc, name), name, 'OAPIF')
counts = {name: sum(1 for _ in layer.getFeatures()) if layer.isValid() else layer.error().message() for name, layer in layers.items()}
extent = QgsRectangle(60, 23, 78, 38)
box = sum(1 for _ in layers['deposits'].getFeatures(QgsFeatureRequest(QgsRectangle(60, 24, 66, 30))))
settings = QgsMapSettings()
settings.setLayers([layers['deposits'], layers['provinces']])
settings.setExtent(extent)
settings.setOutputSize(QSize(720, 600))
settings.setBackgroundColor(QColor(207, 223, 231))
settings.setDestinationCrs(QgsCoordinateReferenceSystem('EPSG:4326'))
job = QgsMapRendererSequentialJob(settings)
job.start()
job.waitForFinished()
job.renderedImage().save(picture)
print(json.dumps({'version': Qgis.QGIS_VERSION, 'counts': counts, 'box': box,
    'fields': [f.name() for f in layers['deposits'].fields()], 'crs': layers['deposits'].crs().authid()}))
`
const LAYERS = ['deposits', 'provinces', 'corridors', 'districts', 'airports']

describe.skipIf(!hasTool(PYTHON, ['-c', 'import qgis.core'], 'python3-qgis', 1))('QGIS', () => {
  let atlas: Served
  const folder = mkdtempSync(join(tmpdir(), 'orelink-qgis-'))
  beforeAll(async () => {
    atlas = await serve()
  })
  afterAll(async () => {
    if (process.env.ORELINK_KEEP_PICTURES === undefined) rmSync(folder, { recursive: true, force: true })
    await atlas.close()
  })

  test('layers load with our numbers of features and are drawn', async () => {
    const picture = join(folder, 'qgis.png')
    const said = await toolJson(PYTHON, ['-c', SCRIPT, atlas.ogc, picture, ...LAYERS], HEADLESS)
    const expected: Record<string, number> = {}
    for (const name of LAYERS) expected[name] = (await atlas.ours(`/collections/${name}/items?limit=1`)).numberMatched
    expect(said.counts).toEqual(expected)
    const inBox = await atlas.ours('/collections/deposits/items?bbox=60,24,66,30&limit=1')
    expect(said.box).toBe(inBox.numberMatched)
    expect(said.fields).toContain('status')
    const { width, height, data } = PNG.sync.read(readFileSync(picture))
    const colours = new Set<number>()
    for (let at = 0; at < data.length; at += 4) colours.add(data.readUInt32BE(at))
    expect([width, height]).toEqual([720, 600])
    // Sea, provinces, their edges and the points with softened rims.
    expect(colours.size).toBeGreaterThan(20)
    console.log(`QGIS ${said.version}: ${JSON.stringify(said.counts)}, in the box ${said.box}, drawn to ${picture}`)
  })
})
