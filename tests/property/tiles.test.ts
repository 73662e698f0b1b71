/** Laws of tiles: what is decoded is what was put in, neighbours meet at their edges, nothing important vanishes. */
import { VectorTile } from '@mapbox/vector-tile'
import fc from 'fast-check'
import { PbfReader } from 'pbf'
import { describe, expect, test } from 'vitest'
import type { Geometry, Position } from '#geodata/contract/geo.ts'
import {
  bufferedTile,
  fromWorld,
  TILE_BUFFER,
  TILE_EXTENT,
  tileRange,
  toWorld,
  unitsPerPixel,
  WORLD_UNITS,
} from '#geodata/spatial/mercator.ts'
import { cutFeature, cutSharedEdges } from '#geodata/tiling/cut-features.ts'
import { boxOfParts, signedArea } from '#geodata/tiling/ring.ts'
import { zoomBands } from '#geodata/tiling/zoom-bands.ts'
import type { TileFeature } from '#server/storage/storage.ts'
import { encodeTile } from '#server/tiles/encode-tile.ts'

const position = fc.tuple(
  fc.double({ min: 60, max: 78, noNaN: true }),
  fc.double({ min: 23, max: 38, noNaN: true }),
) as fc.Arbitrary<Position>
const address = fc
  .tuple(fc.integer({ min: 2, max: 12 }), position)
  .map(([z, [lon, lat]]) => ({ z, ...tileOf(z, [lon, lat]) }))

function tileOf(z: number, position: Position): { x: number; y: number } {
  const [x, y] = toWorld(position)
  return { x: Math.floor(x / (WORLD_UNITS / 2 ** z)), y: Math.floor(y / (WORLD_UNITS / 2 ** z)) }
}

function featureAt(geometry: Geometry, z: number, rules = { minZoom: 0, maxZoom: 14 }): TileFeature {
  const shape = cutFeature({ geometry, firstZoom: 0 }, zoomBands(rules)).find(
    ({ minZoom, maxZoom }) => z >= minZoom && z <= maxZoom,
  )
  if (!shape) throw new Error(`no shape at zoom ${z}`)
  return { id: 'f', type: shape.type, parts: shape.parts, properties: { id: 'f' } }
}

function decode(features: readonly TileFeature[], z: number, x: number, y: number) {
  const layer = new VectorTile(new PbfReader(encodeTile('l', features, z, x, y))).layers.l
  return Array.from({ length: layer?.length ?? 0 }, (_, index) => {
    const feature = layer?.feature(index)
    if (!feature) throw new Error('unreadable feature')
    return { properties: feature.properties, rings: feature.loadGeometry(), type: feature.type }
  })
}

describe('what is decoded is what was put in', () => {
  test('points: present exactly in the tiles whose buffered square holds them, at the nearest tile unit', () => {
    fc.assert(
      fc.property(position, address, (place, { z, x, y }) => {
        const feature = featureAt({ type: 'Point', coordinates: place }, z)
        const unit = WORLD_UNITS / TILE_EXTENT / 2 ** z
        const [wx, wy] = toWorld(place)
        const [px, py] = [wx / unit - x * TILE_EXTENT, wy / unit - y * TILE_EXTENT]
        const isInside = [px, py].every((value) => value >= -TILE_BUFFER && value <= TILE_EXTENT + TILE_BUFFER)
        const found = decode([feature], z, x, y)
        expect(found).toHaveLength(isInside ? 1 : 0)
        if (isInside) {
          const point = found[0]?.rings[0]?.[0]
          expect(Math.abs((point?.x ?? 0) - px)).toBeLessThanOrEqual(0.5)
          expect(Math.abs((point?.y ?? 0) - py)).toBeLessThanOrEqual(0.5)
        }
      }),
    )
  })

  test('properties of every kind, shared keys and values stored once', () => {
    const value = fc.oneof(fc.string(), fc.boolean(), fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }))
    const key = fc.string({ minLength: 1 }).filter((name) => name !== '__proto__')
    const properties = fc.dictionary(key, value, { noNullPrototype: true })
    fc.assert(
      fc.property(fc.array(properties, { minLength: 1, maxLength: 5 }), (rows) => {
        const point = featureAt({ type: 'Point', coordinates: [66, 29] }, 0)
        const written = rows.map((row) => ({ ...point, properties: row }))
        const read = decode(written, 0, 0, 0).map((feature) => feature.properties)
        // Negative zero reads as zero: they are the same number on a map.
        const plain = (row: object) => JSON.parse(JSON.stringify(row))
        expect(read.map(plain)).toEqual(rows.map(plain))
      }),
    )
  })

  test('areas: exteriors clockwise on screen, within the buffered tile, as large as what the tile covers of them', () => {
    const box = fc
      .tuple(position, position)
      .filter(([a, b]) => Math.abs(a[0] - b[0]) > 0.01 && Math.abs(a[1] - b[1]) > 0.01)
    fc.assert(
      fc.property(box, address, ([a, b], { z, x, y }) => {
        const ring: Position[] = [a, [b[0], a[1]], b, [a[0], b[1]], a]
        const feature = featureAt({ type: 'Polygon', coordinates: [ring] }, z)
        const [area] = decode([feature], z, x, y)
        // A rectangle clipped to a rectangle, by hand; a shape under half a pixel is drawn as a speck and left out here.
        const shape = boxOfParts(feature.parts)
        if (Math.min(shape.maxX - shape.minX, shape.maxY - shape.minY) < unitsPerPixel(z)) return
        const tile = bufferedTile(z, x, y)
        const unit = WORLD_UNITS / TILE_EXTENT / 2 ** z
        const width = (Math.min(shape.maxX, tile.maxX) - Math.max(shape.minX, tile.minX)) / unit
        const height = (Math.min(shape.maxY, tile.maxY) - Math.max(shape.minY, tile.minY)) / unit
        if (width < 1 || height < 1) return
        const drawn = area?.rings[0]?.flatMap((point) => [point.x, point.y]) ?? []
        expect(Math.abs(signedArea(drawn) - width * height)).toBeLessThanOrEqual(2 * (width + height) + 4)
        for (const value of drawn) expect(value).toBeGreaterThanOrEqual(-TILE_BUFFER)
        for (const value of drawn) expect(value).toBeLessThanOrEqual(TILE_EXTENT + TILE_BUFFER)
      }),
    )
  })

  test('a hole stays a hole, and goes when its exterior is not in the tile', () => {
    const square = (west: number, south: number, size: number): Position[] => [
      [west, south],
      [west + size, south],
      [west + size, south + size],
      [west, south + size],
      [west, south],
    ]
    const holed: Geometry = { type: 'Polygon', coordinates: [square(66, 28, 4), square(67, 29, 2)] }
    const z = 5
    const { x, y } = tileOf(z, [68, 30])
    const rings = decode([featureAt(holed, z)], z, x, y)[0]?.rings ?? []
    const areas = rings.map((ring) => signedArea(ring.flatMap((point) => [point.x, point.y])))
    expect(areas.map(Math.sign)).toEqual([1, -1])
    expect(decode([featureAt(holed, z)], z, 0, 0)).toEqual([])
  })
})

test('no seams: a line crosses the edge between two tiles at the same place in both, within a tile unit', () => {
  // Eastward, no steeper than 45°: on a steep line rounding by a unit would move the crossing by several.
  const step = fc.tuple(fc.double({ min: 0.5, max: 4, noNaN: true }), fc.double({ min: -0.8, max: 0.8, noNaN: true }))
  fc.assert(
    fc.property(
      position,
      fc.array(step, { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 2, max: 10 }),
      (start, steps, z) => {
        const line = [start]
        for (const [dLon, slope] of steps) {
          const [lon, lat] = line.at(-1) ?? start
          line.push([lon + dLon, lat + dLon * slope])
        }
        const feature = featureAt({ type: 'LineString', coordinates: line }, z)
        const side = WORLD_UNITS / 2 ** z
        const box = boxOfParts(feature.parts)
        const range = tileRange(z, box)
        const x = Math.floor((range.minX + range.maxX) / 2)
        for (let y = range.minY; y <= Math.min(range.maxY, range.minY + 8); y++) {
          const left = crossings(decode([feature], z, x, y), TILE_EXTENT)
          const right = crossings(decode([feature], z, x + 1, y), 0)
          expect(left.length, `tile ${z}/${x}/${y} of ${side}`).toBe(right.length)
          left.forEach((at, index) => {
            expect(Math.abs(at - (right[index] ?? Number.NaN))).toBeLessThanOrEqual(1.5)
          })
        }
      },
    ),
    { numRuns: 200 },
  )
})

/** Where runs of a decoded line cross a vertical edge within the tile, by y; crossings near the corners are left out. */
function crossings(features: ReturnType<typeof decode>, edge: number): number[] {
  const found: number[] = []
  for (const { rings } of features)
    for (const run of rings)
      for (let i = 1; i < run.length; i++) {
        const [a, b] = [run[i - 1], run[i]]
        if (!a || !b || a.x < edge + 0.5 === b.x < edge + 0.5) continue
        found.push(a.y + ((edge + 0.5 - a.x) / (b.x - a.x)) * (b.y - a.y))
      }
  return found.filter((at) => at > 4 && at < TILE_EXTENT - 4).sort((p, q) => p - q)
}

describe('simplifying', () => {
  test('no vertex of the original lies farther from the simplified line than half a pixel, and some do go', () => {
    const step = fc.tuple(fc.double({ min: -2, max: 2, noNaN: true }), fc.double({ min: -2, max: 2, noNaN: true }))
    let dropped = 0
    fc.assert(
      fc.property(fc.array(step, { minLength: 30, maxLength: 60 }), fc.integer({ min: 2, max: 12 }), (steps, z) => {
        // A walk in steps of up to two pixels at this zoom.
        const pixel = unitsPerPixel(z)
        let [x, y] = toWorld([68, 30])
        const line = steps.map(([dx, dy]): Position => {
          x += dx * pixel + pixel
          y += dy * pixel
          return fromWorld(x, y)
        })
        const { parts } = featureAt({ type: 'LineString', coordinates: line }, z, { minZoom: 0, maxZoom: z })
        dropped += line.length - (parts[0]?.length ?? 0) / 2
        for (const place of line) expect(distanceToRun(toWorld(place), parts[0])).toBeLessThanOrEqual(0.5 * pixel + 2)
      }),
    )
    expect(dropped).toBeGreaterThan(0)
  })

  test('a feature is drawn at every zoom from its first on, however small it is', () => {
    const tiny = fc.tuple(position, fc.double({ min: 1e-5, max: 0.05, noNaN: true }), fc.constantFrom('line', 'area'))
    fc.assert(
      fc.property(tiny, fc.integer({ min: 0, max: 10 }), ([[lon, lat], size, kind], firstZoom) => {
        const ring: Position[] = [
          [lon, lat],
          [lon + size, lat],
          [lon + size, lat + size],
          [lon, lat],
        ]
        const geometry: Geometry =
          kind === 'line' ? { type: 'LineString', coordinates: ring } : { type: 'Polygon', coordinates: [ring] }
        const shapes = cutFeature({ geometry, firstZoom }, zoomBands({ minZoom: 0, maxZoom: 12 }))
        for (let z = 0; z <= 14; z++) {
          const shown = shapes.filter(({ minZoom, maxZoom }) => z >= minZoom && z <= maxZoom)
          expect(shown).toHaveLength(z < firstZoom ? 0 : 1)
          for (const { type, parts } of shown) {
            const { x, y } = tileOf(z, centreOf(parts))
            expect(decode([{ id: 'f', type, parts, properties: {} }], z, x, y), `zoom ${z}`).toHaveLength(1)
          }
        }
      }),
    )
  })

  test('neighbouring areas keep one edge between them at every zoom', () => {
    const wiggle = fc.array(fc.double({ min: -0.4, max: 0.4, noNaN: true }), { minLength: 3, maxLength: 60 })
    fc.assert(
      fc.property(wiggle, (offsets) => {
        const shared = offsets.map((dx, index): Position => [68 + dx, 25 + (10 * (index + 1)) / (offsets.length + 1)])
        const border: Position[] = [[68, 25], ...shared, [68, 35]]
        const west: Position[] = [[62, 25], ...border, [62, 35], [62, 25]]
        // Begun in the middle of the border, where simplifying ring by ring would bend the two sides apart.
        const back = border.toReversed()
        const middle = Math.floor(back.length / 2)
        const corners: Position[] = [
          [74, 25],
          [74, 35],
        ]
        const east = [...back.slice(middle), ...corners, ...back.slice(0, middle + 1)]
        const inputs = [west, east].map((ring) => ({
          geometry: { type: 'Polygon', coordinates: [ring] } as Geometry,
          firstZoom: 0,
        }))
        const bands = zoomBands({ minZoom: 0, maxZoom: 10 })
        const [a, b] = cutSharedEdges(inputs, bands)
        const whole = Math.abs(signedArea(cutFeature(wholeOf(), bands).at(-1)?.parts[0] ?? []))
        for (const z of [0, 3, 5, 7, 10]) {
          const at = (shapes: typeof a) => shapes?.find(({ minZoom, maxZoom }) => z >= minZoom && z <= maxZoom)
          const sum = [a, b].reduce((area, shapes) => area + signedArea(at(shapes)?.parts[0] ?? []), 0)
          // No sliver and no overlap: together they are the rectangle, exactly.
          expect(sum).toBe(whole)
        }
      }),
    )
  })
})

function wholeOf() {
  const ring: Position[] = [
    [62, 25],
    [74, 25],
    [74, 35],
    [62, 35],
    [62, 25],
  ]
  return { geometry: { type: 'Polygon', coordinates: [ring] } as Geometry, firstZoom: 0 }
}

function centreOf(parts: readonly Int32Array[]): Position {
  const box = boxOfParts(parts)
  return fromWorld((box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2)
}

function distanceToRun([px, py]: [number, number], run: Int32Array | undefined): number {
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; run && i + 3 < run.length; i += 2) {
    const [ax = 0, ay = 0, bx = 0, by = 0] = run.subarray(i, i + 4)
    const length = (bx - ax) ** 2 + (by - ay) ** 2
    const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / length))
    least = Math.min(least, Math.hypot(px - ax - t * (bx - ax), py - ay - t * (by - ay)))
  }
  return least
}
