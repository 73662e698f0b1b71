/** Parts of a tile shape as bytes: int32 little-endian, the number of parts, the length of each, then all coordinates. */

export function packParts(parts: readonly Int32Array[]): Buffer {
  const total = parts.reduce((sum, part) => sum + part.length, 1 + parts.length)
  const packed = new Int32Array(total)
  packed[0] = parts.length
  let at = 1 + parts.length
  parts.forEach((part, index) => {
    packed[1 + index] = part.length
    packed.set(part, at)
    at += part.length
  })
  return Buffer.from(packed.buffer)
}

/** The parts as views into one array; copied first where the bytes do not lie on a multiple of four. */
export function unpackParts(bytes: Uint8Array): Int32Array[] {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : Uint8Array.from(bytes)
  const packed = new Int32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength / 4)
  const count = packed[0] ?? 0
  const parts: Int32Array[] = []
  let at = 1 + count
  for (let index = 0; index < count; index++) {
    const length = packed[1 + index] ?? 0
    parts.push(packed.subarray(at, at + length))
    at += length
  }
  return parts
}
