/** Features to the bytes of one vector tile layer (Mapbox Vector Tile specification 2.1), written straight with npm pbf. */
import { PbfWriter } from 'pbf'
import { bufferedTile, TILE_EXTENT, unitsPerTileUnit, WORLD_UNITS } from '#geodata/spatial/mercator.ts'
import type { TileFeature } from '#server/storage/storage.ts'
import { encodeGeometry, type TileGrid } from './encode-geometry.ts'

const GEOMETRY_TYPE = { point: 1, line: 2, area: 3 } as const
/** Field numbers of the specification's `Layer`, `Feature` and `Value` messages. */
const LAYER = { inTile: 3, version: 15, name: 1, features: 2, keys: 3, values: 4, extent: 5 } as const
const FEATURE = { tags: 2, type: 3, geometry: 4 } as const
const VALUE = { string: 1, double: 3, uint: 5, sint: 6, bool: 7 } as const

/** Larger whole numbers are written as doubles: the doubling of signed varints would lose their last digit. */
const LARGEST_VARINT = 2 ** 31

type Value = string | number | boolean

/** A tile of one layer, or no bytes when no feature has anything to draw in it. Tiles of several layers are such tiles in a row. */
export function encodeTile(
  layer: string,
  features: readonly TileFeature[],
  z: number,
  x: number,
  y: number,
): Uint8Array {
  const side = WORLD_UNITS / 2 ** z
  const grid: TileGrid = {
    originX: x * side,
    originY: y * side,
    unit: unitsPerTileUnit(z),
    box: bufferedTile(z, x, y),
  }
  const drawn = features
    .map((feature) => ({ feature, commands: encodeGeometry(feature, grid) }))
    .filter(({ commands }) => commands.length > 0)
  if (drawn.length === 0) return new Uint8Array(0)

  const keys = new Map<string, number>()
  const values = new Map<Value, number>()
  const writer = new PbfWriter(new Uint8Array(16_384))
  writer.writeMessage(
    LAYER.inTile,
    (_, out) => {
      out.writeVarintField(LAYER.version, 2)
      out.writeStringField(LAYER.name, layer)
      for (const { feature, commands } of drawn) {
        const tags: number[] = []
        for (const [key, value] of Object.entries(feature.properties))
          tags.push(indexIn(keys, key), indexIn(values, value))
        out.writeMessage(
          LAYER.features,
          () => {
            out.writePackedVarint(FEATURE.tags, tags)
            out.writeVarintField(FEATURE.type, GEOMETRY_TYPE[feature.type])
            out.writePackedVarint(FEATURE.geometry, commands)
          },
          null,
        )
      }
      for (const key of keys.keys()) out.writeStringField(LAYER.keys, key)
      for (const value of values.keys()) out.writeMessage(LAYER.values, writeValue, value)
      out.writeVarintField(LAYER.extent, TILE_EXTENT)
    },
    null,
  )
  return writer.finish()
}

function indexIn<K>(dictionary: Map<K, number>, key: K): number {
  const known = dictionary.get(key)
  if (known !== undefined) return known
  const index = dictionary.size
  dictionary.set(key, index)
  return index
}

function writeValue(value: Value, out: PbfWriter): void {
  if (typeof value === 'string') out.writeStringField(VALUE.string, value)
  else if (typeof value === 'boolean') out.writeBooleanField(VALUE.bool, value)
  else if (!Number.isInteger(value) || Math.abs(value) > LARGEST_VARINT) out.writeDoubleField(VALUE.double, value)
  else if (value < 0) out.writeSVarintField(VALUE.sint, value)
  else out.writeVarintField(VALUE.uint, value)
}
