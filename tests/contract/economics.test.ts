/** Economics of a deposit by HTTP: what is known is cited and dated, what is not is null, and the page reckons as the server does. */
import request from 'supertest'
import { beforeAll, expect, test } from 'vitest'
import type * as z from 'zod'
import type { Term } from '#geodata/contract/economics.ts'
import { endpoints } from '#geodata/contract/endpoints.ts'
import { screenForms, screenReturn, withTermsSet } from '#geodata/economics/screen.ts'
import { type AtlasApp, openAtlas } from './atlas-app.ts'

let atlas: AtlasApp
beforeAll(async () => {
  atlas = await openAtlas()
})
const of = async (id: string, query = '') =>
  endpoints.depositEconomics.output.parse(
    (await request(atlas.app).get(`/api/deposits/${id}/economics${query}`).expect(200)).body,
  )
const termOf = (terms: readonly z.output<typeof Term>[], key: string) => terms.find((term) => term.key === key)

test('every term that is known says from whom; what nobody states is null', async () => {
  for (const [id, metal] of [
    ['saindak', 'copper'],
    ['reko-diq', 'copper'],
    ['duddar', 'zinc'],
    ['duddar', 'lead'],
  ]) {
    const { concentrate, sources } = await of(id ?? '', `?metal=${metal}`)
    const terms = concentrate?.terms ?? []
    expect(terms.length, id).toBeGreaterThan(8)
    for (const { key, value, citations, confidence } of terms) {
      if (value === null) continue
      expect(citations.length, `${id} ${key}`).toBeGreaterThan(0)
      expect(confidence, `${id} ${key}`).not.toBeNull()
      for (const { source } of citations) expect(Object.keys(sources), `${id} ${key}`).toContain(source)
      expect(value.low <= value.base && value.base <= value.high, `${id} ${key}`).toBe(true)
    }
    expect(termOf(terms, 'penalties')?.value).toBeNull()
  }
})

test('prices carry their day, benchmark charges their year', async () => {
  const { concentrate, contained } = await of('saindak')
  const terms = concentrate?.terms ?? []
  expect(termOf(terms, 'price')).toMatchObject({ value: { low: 8287, base: 8760, high: 9380 }, date: '2025-04-08' })
  expect(termOf(terms, 'treatmentCharge')).toMatchObject({
    value: { low: 21.25, base: 21.25, high: 80.8 },
    date: '2025',
  })
  expect(termOf(terms, 'royalty')?.value?.base).toBe(6.5)
  // 71,180 t × 22 % ÷ (4.25 Mt × 0.434 %)
  expect(termOf(terms, 'recovery')?.value?.base).toBeCloseTo(84.9, 1)
  const copper = contained.find(({ commodity }) => commodity === 'copper')
  expect(copper?.tonnes).toBeCloseTo(395e6 * 0.0038, 0)
  expect(copper?.valueUsd?.base).toBeCloseTo(395e6 * 0.0038 * 8760, -3)
  // 1 t of gold at USD 2,388 an ounce is 76.8 million.
  const gold = contained.find(({ commodity }) => commodity === 'gold')
  expect((gold?.valueUsd?.base ?? 0) / (gold?.tonnes ?? 1)).toBeCloseTo(76.776e6, -4)
})

test('the page, given the terms, reckons what the server reckons', async () => {
  const plain = await of('saindak')
  const set = await of('saindak', '?set=price:9500,recovery:90')
  const terms = withTermsSet(plain.concentrate?.terms ?? [], { price: 9500, recovery: 90 })
  expect(screenReturn('copper', terms)).toEqual(set.concentrate?.smelterReturn)
  expect(screenForms(terms)).toEqual(set.concentrate?.forms)
  const before = plain.concentrate?.smelterReturn.usdPerDmt?.base ?? 0
  expect(set.concentrate?.smelterReturn.usdPerDmt?.base).toBeGreaterThan(before)
})

test('says what is missing: the recovery of Duddar, the charge of lead, everything of coal', async () => {
  const zinc = (await of('duddar', '?metal=zinc')).concentrate
  expect(zinc?.smelterReturn.usdPerDmt).not.toBeNull()
  expect(zinc?.smelterReturn.usdPerTonneOre).toBeNull()
  expect(zinc?.smelterReturn.missingForOre).toEqual(['recovery'])
  expect(zinc?.forms).toBeNull()
  const lead = (await of('duddar', '?metal=lead')).concentrate
  expect(lead?.smelterReturn.usdPerDmt).toBeNull()
  expect(lead?.smelterReturn.missing).toContain('treatmentCharge')
  expect((await of('thar')).concentrate).toBeNull()
})

test('a nearer market makes a higher return', async () => {
  const home = await of('saindak', '?to=ports/karachi')
  const abroad = await of('saindak', '?to=ports/tianjin')
  const net = (answer: Awaited<ReturnType<typeof of>>) =>
    answer.concentrate?.smelterReturn.usdPerDmt?.base ?? Number.NaN
  expect(home.concentrate?.market?.ref).toBe('ports/karachi')
  expect(net(home)).toBeGreaterThan(net(abroad))
})

test('refuses by name what the deposit does not hold and what no term can be', async () => {
  const refused = async (query: string) =>
    (await request(atlas.app).get(`/api/deposits/saindak/economics${query}`).expect(400)).body
  expect(JSON.stringify(await refused('?metal=zinc'))).toContain('metal')
  expect(JSON.stringify(await refused('?set=price:-1'))).toContain('0 to 30000')
  await request(atlas.app).get('/api/deposits/no-such-deposit/economics').expect(404)
})
