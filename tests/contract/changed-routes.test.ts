/** One way under changes, planned links, ways of a scenario, and answers as files: laws that hold whatever the data. */
import ExcelJS from 'exceljs'
import request from 'supertest'
import { beforeAll, expect, test } from 'vitest'
import { ANSWER_FILES, type ANSWER_FORMATS, answerFilePath } from '#geodata/contract/answer-files.ts'
import { encodeChanges } from '#geodata/contract/change-text.ts'
import { endpoints, type Output } from '#geodata/contract/endpoints.ts'
import { ASSUMPTION_KEYS } from '#geodata/contract/logistics.ts'
import type { Change } from '#geodata/contract/scenario.ts'
import { type AtlasApp, openAtlas } from './atlas-app.ts'

let atlas: AtlasApp
beforeAll(async () => {
  atlas = await openAtlas()
})
const ends = { from: 'deposits/duddar', to: 'ports/karachi' }
const plain = async (query = ''): Promise<Output<'planRoute'>> =>
  (await request(atlas.app).get(`/api/routes?from=${ends.from}&to=${ends.to}${query}`).expect(200)).body
const changed = async (changes: Change[], body: object = {}): Promise<Output<'planChangedRoute'>> =>
  (
    await request(atlas.app)
      .post('/api/routes/changed')
      .send({ ...ends, changes, ...body })
      .expect(200)
  ).body
const baseOf = ({ routes }: Pick<Output<'planRoute'>, 'routes'>): number =>
  routes[0]?.costUsdPerTonne.base ?? Number.POSITIVE_INFINITY

test('a change that touches nothing leaves the way as it is', async () => {
  const far = await changed([
    {
      kind: 'close-area',
      ring: [
        [20, 0],
        [21, 0],
        [21, 1],
      ],
    },
  ])
  expect(far.effects).toEqual([{ kind: 'close-area', edges: 0, km: 0, reference: null, geometry: null }])
  expect(baseOf(far)).toBeCloseTo(baseOf(await plain()), 9)
})

test('closing by a change and by the parameter is the same, and never cheaper', async () => {
  const [open, byParameter, byChange] = await Promise.all([
    plain(),
    plain('&close=M-10'),
    changed([{ kind: 'close-reference', reference: 'M-10' }]),
  ])
  expect(baseOf(byChange)).toBeCloseTo(baseOf(byParameter), 6)
  expect(baseOf(byChange)).toBeGreaterThan(baseOf(open))
  expect(byChange.effects[0]?.geometry?.type).toBe('MultiLineString')
})

test('a closed stretch is named, and no way that is left uses it', async () => {
  const [best] = (await plain()).routes
  const at = best?.geometry.coordinates[Math.floor(best.geometry.coordinates.length / 2)] ?? [0, 0]
  const { effects, routes } = await changed([{ kind: 'close-edge', at }])
  expect(effects[0]?.edges).toBe(1)
  expect(effects[0]?.reference).toMatch(/\S/)
  const passes = routes[0]?.geometry.coordinates.some(([lon, lat]) => lon === at[0] && lat === at[1])
  expect(passes).toBe(false)
})

test('a flood over the deposit leaves no way, and that is an answer', async () => {
  const around: Change = {
    kind: 'close-area',
    ring: [
      [66.2, 25.9],
      [67.8, 25.9],
      [67.8, 27.4],
      [66.2, 27.4],
    ],
  }
  const { routes, effects } = await changed([around])
  expect(effects[0]?.edges).toBeGreaterThan(5)
  expect(routes).toEqual([])
})

test('a drawn railway is never dearer and adds its own length; a dearer truck is told among the assumptions', async () => {
  const line: [number, number][] = [
    [66.9, 26.3],
    [67.02, 24.85],
  ]
  const drawn: Change = {
    ...{ kind: 'add-line', mode: 'rail', line, speedKmH: 60, costUsdPerTonneKm: 0.01, buildUsdMPerKm: null },
  }
  const withLine = await changed([drawn])
  expect(baseOf(withLine)).toBeLessThanOrEqual(baseOf(await plain()))
  expect(withLine.effects[0]?.km).toBeGreaterThan(150)
  const { assumptions } = await changed([{ kind: 'set-assumption', key: 'roadRate', value: 0.09 }])
  expect(assumptions.find(({ key }) => key === 'roadRate')?.value.base).toBe(0.09)
})

test('what a planned link lists can be opened', async () => {
  const { body } = await request(atlas.app).get('/api/planned-links').expect(200)
  const { links } = body as Output<'listPlannedLinks'>
  expect(links.map(({ reference }) => reference)).toEqual(expect.arrayContaining(['ML-5', 'M-6', 'Gwadar-Mastung']))
  expect(links.every(({ statuses }) => !statuses.includes('operational'))).toBe(true)
  const longest = links[0]
  const { effects } = await changed([{ kind: 'open-reference', reference: longest?.reference ?? '' }])
  expect(effects[0]?.km).toBeCloseTo(longest?.lengthKm ?? 0, 6)
})

test('ways of a scenario count each deposit, before and after', async () => {
  const body = {
    changes: [{ kind: 'close-reference', reference: 'N-25' }],
    deposits: ['duddar', 'saindak'],
    withWays: true,
  }
  const answer = await request(atlas.app).post('/api/scenario').send(body).expect(200)
  const { ways } = answer.body as Output<'runScenario'>
  for (const side of ['before', 'after'] as const) {
    const counts = ways?.[side].map(({ deposits }) => deposits) ?? []
    expect(counts.length).toBeGreaterThan(0)
    expect(Math.max(...counts)).toBeLessThanOrEqual(2)
    expect(counts).toEqual([...counts].sort((a, b) => a - b))
  }
  const without = await request(atlas.app)
    .post('/api/scenario')
    .send({ ...body, withWays: false })
    .expect(200)
  expect(without.body.ways).toBeNull()
})

/** A file of an endpoint's own example. */
function fileOf(
  id: (typeof ANSWER_FILES)[number],
  format: keyof typeof ANSWER_FORMATS,
  extra: Record<string, string> = {},
) {
  const { method, path, example } = endpoints[id]
  const address = answerFilePath(path, format)
  const asked =
    method === 'POST'
      ? request(atlas.app)
          .post(address)
          .send(example.body ?? {})
      : request(atlas.app)
          .get(address)
          .query({ ...example.query, ...extra })
  return asked.buffer(true).parse((response, done) => {
    const chunks: Buffer[] = []
    response.on('data', (chunk: Buffer) => chunks.push(chunk))
    response.on('end', () => done(null, Buffer.concat(chunks)))
  })
}

test.each(ANSWER_FILES)('%s gives a workbook that ends with the assumptions and what was asked', async (id) => {
  const file = await fileOf(id, 'xlsx').expect(200)
  expect(file.headers['content-disposition']).toMatch(/attachment; filename="orelink-[a-z-]+_\d{4}-\d\d-\d\d\.xlsx"/)
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(file.body)
  const names = workbook.worksheets.map(({ name }) => name)
  expect(names.slice(-2)).toEqual(['Assumptions', 'About'])
  expect(names.length).toBeGreaterThan(2)
  expect(workbook.worksheets[0]?.rowCount).toBeGreaterThan(1)
  const keys = workbook.getWorksheet('Assumptions')?.getColumn(1).values.slice(2)
  expect(keys).toEqual([...ASSUMPTION_KEYS])
})

test.each(ANSWER_FILES)('%s gives GeoJSON with features, assumptions and licence', async (id) => {
  const file = await fileOf(id, 'geojson').expect(200)
  expect(file.headers['content-type']).toMatch(/^application\/geo\+json/)
  const collection = JSON.parse(file.body.toString('utf8'))
  expect(collection.type).toBe('FeatureCollection')
  expect(collection.licence).toMatch(/ODbL/)
  expect(collection.assumptions.length).toBe(ASSUMPTION_KEYS.length)
  expect(collection.features.length).toBeGreaterThan(0)
  expect(collection.features.every(({ geometry }: { geometry: unknown }) => geometry !== null)).toBe(true)
})

test('a rate set by the reader is marked in the file', async () => {
  const file = await fileOf('planRoute', 'geojson', { set: 'roadRate:0.09' }).expect(200)
  const own = JSON.parse(file.body.toString('utf8')).assumptions.filter(
    ({ setByReader }: { setByReader: boolean }) => setByReader,
  )
  expect(own.map(({ assumption, base }: { assumption: string; base: number }) => [assumption, base])).toEqual([
    ['roadRate', 0.09],
  ])
})

test('what cannot be answered is refused as a problem, file or not', async () => {
  const file = await request(atlas.app).get('/api/routes.xlsx?from=deposits/nowhere&to=ports/karachi').expect(404)
  expect(file.headers['content-type']).toMatch(/problem\+json/)
  await request(atlas.app).get('/api/scenario.xlsx').expect(405)
  await request(atlas.app)
    .post('/api/routes/changed')
    .send({ ...ends, changes: [] })
    .expect(400)
})

test('drawn changes hold in tables, reach, losses, links and sites as they do in one way', async () => {
  const [origin, market] = ['deposits/saindak', 'ports/gwadar']
  const opened: Change = { kind: 'open-reference', reference: 'Gwadar-Mastung' }
  const changes = encodeURIComponent(
    encodeChanges([opened, { kind: 'slow-reference', reference: 'N-40', factor: 0.5 }]) ?? '',
  )
  const ask = async (path: string) => (await request(atlas.app).get(path).expect(200)).body
  const table = async (more = ''): Promise<Output<'routeMatrix'>> =>
    ask(`/api/matrix?from=${origin}&to=${market}${more}`)
  const [before, after, one] = await Promise.all([
    table(),
    table(`&changes=${changes}`),
    request(atlas.app)
      .post('/api/routes/changed')
      .send({
        from: origin,
        to: market,
        changes: [opened, { kind: 'slow-reference', reference: 'N-40', factor: 0.5 }],
      }),
  ])
  const costOf = ({ rows }: Output<'routeMatrix'>): number => rows[0]?.cells[0]?.costUsdPerTonne.base ?? 0
  expect(costOf(after)).not.toBeCloseTo(costOf(before), 3)
  expect(costOf(after)).toBeCloseTo(baseOf(one.body), 6)
  const reach = `/api/reach?from=${market}&by=time&budget=24`
  const positions = (answer: Output<'drawReach'>): number => answer.areas[0]?.geometry.coordinates.flat(2).length ?? 0
  const [wide, narrow] = [await ask(reach), await ask(`${reach}&changes=cN-10|cM-8`)]
  expect(positions(narrow)).toBeGreaterThan(0)
  expect(positions(narrow)).toBeLessThan(positions(wide))
  for (const path of [`criticality?to=${market}&`, `links?to=${market}&`, 'sites?candidates=ports/gwadar&']) {
    const asked = `/api/${path}from=${origin}`
    expect(await ask(`${asked}&changes=${changes}`)).not.toEqual(await ask(asked))
  }
})
