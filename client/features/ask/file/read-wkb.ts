/**
 * Well-known binary (ISO 19125, with the Z and M of ISO 13249 and the flags of EWKB) to plain GeoJSON geometries. Our own,
 * because wkx needs Node's Buffer and util; heights and measures are left out, since only the place is asked about.
 */

export interface PlainGeometry {
  type: string
  coordinates: readonly unknown[]
}

type Pair = [number, number]

/** Deeper collections than this are not made by any program. */
const DEEPEST = 4
const [HAS_Z, HAS_M, HAS_SRID] = [0x80000000, 0x40000000, 0x20000000]

/** Bare geometries, collections taken apart. Throws a RangeError where the bytes end too early or mean nothing. */
export function readWkb(view: DataView): PlainGeometry[] {
  let at = 0
  return geometry(0)

  function geometry(depth: number): PlainGeometry[] {
    if (depth > DEEPEST) throw new RangeError('collections within collections')
    const isLittle = view.getUint8(at++) === 1
    const { kind, dimensions } = header(isLittle)
    const pair = (): Pair => {
      const read: Pair = [view.getFloat64(at, isLittle), view.getFloat64(at + 8, isLittle)]
      at += 8 * dimensions
      return read
    }
    const many = <T>(read: () => T): T[] => {
      const count = uint32(isLittle)
      // Whatever is counted has at least four bytes: more than that is a damaged count.
      if (count > (view.byteLength - at) / 4) throw new RangeError(`a count of ${count}`)
      return Array.from({ length: count }, read)
    }
    const within = (type: string) => ({
      type,
      coordinates: many(() => geometry(depth + 1))
        .flat()
        .map((part) => part.coordinates),
    })
    switch (kind) {
      case 1:
        return placed(pair())
      case 2:
        return [{ type: 'LineString', coordinates: many(pair) }]
      case 3:
        return [{ type: 'Polygon', coordinates: many(() => many(pair)) }]
      case 4:
        return [within('MultiPoint')]
      case 5:
        return [within('MultiLineString')]
      case 6:
        return [within('MultiPolygon')]
      case 7:
        return many(() => geometry(depth + 1)).flat()
      default:
        throw new RangeError(`geometries of kind ${kind}, such as curves`)
    }
  }

  function header(isLittle: boolean): { kind: number; dimensions: number } {
    const code = uint32(isLittle)
    if ((code & HAS_SRID) !== 0) at += 4
    const plain = code & 0x1fffffff
    const extra = Math.floor(plain / 1000)
    const hasZ = (code & HAS_Z) !== 0 || extra === 1 || extra === 3
    const hasM = (code & HAS_M) !== 0 || extra === 2 || extra === 3
    return { kind: plain % 1000, dimensions: 2 + Number(hasZ) + Number(hasM) }
  }

  function uint32(isLittle: boolean): number {
    const read = view.getUint32(at, isLittle)
    at += 4
    return read
  }
}

/** An empty point is written as not-a-number. */
function placed(pair: Pair): PlainGeometry[] {
  return pair.some(Number.isNaN) ? [] : [{ type: 'Point', coordinates: pair }]
}
