/** Cutting repeats, rounding and identity of mapped lines; the way along roads between two ends. */
import { describe, expect, it } from 'vitest'
import type { Position } from '#geodata/contract/geo.ts'
import { lengthM } from '#geodata/spatial/geodesic.ts'
import { connectAlongRoads } from '#scripts/build/network-connect.ts'
import { type Line, lineGeometry, roundLine, shapeId, withoutRepeats } from '#scripts/build/network-lines.ts'

/** A line along a parallel, a vertex every 0.01° (about 1 km). */
const along = (west: number, east: number, lat: number): Line =>
  Array.from({ length: Math.round((east - west) * 100) + 1 }, (_, step): Position => [west + step / 100, lat])

describe('withoutRepeats', () => {
  it('drops a line that the master holds, whatever its vertices', () => {
    const master: Line = [
      [61.9, 28.5],
      [62.5, 28.5],
    ]
    expect(withoutRepeats([{ line: along(62, 62.4, 28.5002) }], [master])).toEqual([])
  })

  it('keeps what lies beyond the overlap, joined to its last repeated vertex', () => {
    const [kept, ...others] = withoutRepeats([{ line: along(61.5, 62.5, 28.5) }], [along(62, 63, 28.5)])
    expect(others).toEqual([])
    expect(kept?.line[0]).toEqual([61.5, 28.5])
    expect(kept?.line.at(-1)?.[0]).toBeCloseTo(62, 6)
  })

  it('keeps a line that only crosses the master', () => {
    const crossing: Line = [
      [62.1, 28.4],
      [62.1, 28.5],
      [62.1, 28.6],
    ]
    expect(withoutRepeats([{ line: crossing }], [along(62, 63, 28.5)])).toEqual([{ line: crossing }])
  })

  it('keeps a parallel road 200 m away', () => {
    const parallel = { line: along(62, 62.4, 28.502) }
    expect(withoutRepeats([parallel], [along(62, 63, 28.5)])).toEqual([parallel])
  })
})

describe('lines', () => {
  it('loses repeated vertices by rounding, and is nothing when one vertex is left', () => {
    expect(
      roundLine([
        [62.000001, 28],
        [62.000002, 28],
        [62.1, 28],
      ]),
    ).toEqual([
      [62, 28],
      [62.1, 28],
    ])
    expect(
      roundLine([
        [62.000001, 28],
        [62.000002, 28],
      ]),
    ).toBeNull()
  })

  it('has an id that depends on shape and class alone', () => {
    const line = along(62, 62.1, 28)
    expect(shapeId('road', 'trunk', line)).toBe(shapeId('road', 'trunk', along(62, 62.1, 28)))
    expect(shapeId('road', 'trunk', line)).not.toBe(shapeId('road', 'primary', line))
    expect(shapeId('road', 'trunk', line)).toMatch(/^road-[0-9a-f]{12}$/)
  })

  it('is a MultiLineString only when it has several parts', () => {
    expect(lineGeometry([along(62, 62.1, 28)])?.type).toBe('LineString')
    expect(lineGeometry([along(62, 62.1, 28), along(63, 63.1, 28)])?.type).toBe('MultiLineString')
    expect(lineGeometry([])).toBeNull()
  })
})

describe('connectAlongRoads', () => {
  const road = (id: string, line: Line, roadClass = 'trunk') => ({
    id,
    geometry: { type: 'LineString' as const, coordinates: line },
    properties: {
      name: { en: null, ur: null, zh: null },
      geometryQuality: 'mapped' as const,
      class: roadClass,
    },
  })
  const from: Position = [62, 28]
  const to: Position = [62.05, 28]

  it('follows the road, though it is no straight line', () => {
    const bent: Line = [from, [62.02, 28.02], to]
    const way = connectAlongRoads([road('a', bent)], from, to)
    expect(way).toEqual(bent)
  })

  it('finds an end in the middle of a long piece of road', () => {
    const way = connectAlongRoads([road('a', [[61.95, 28], to])], from, to)
    expect(way?.[0]).toEqual(from)
    expect(way?.at(-1)).toEqual(to)
  })

  it('prefers the trunk road to an equally long tertiary one', () => {
    const north: Line = [from, [62.025, 28.01], to]
    const south: Line = [from, [62.025, 27.99], to]
    expect(connectAlongRoads([road('a', south, 'tertiary'), road('b', north)], from, to)).toEqual(north)
  })

  it('is nothing without a road, or with a way round of many times the length', () => {
    expect(connectAlongRoads([], from, to)).toBeNull()
    const round: Line = [from, [62.025, 28.09], [62.03, 28.09], to]
    expect(lengthM(round)).toBeGreaterThan(3 * lengthM([from, to]))
    expect(connectAlongRoads([road('a', round)], from, to)).toBeNull()
  })
})
