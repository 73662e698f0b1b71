/** The network as bytes: a JSON header, then nodes and edges as differences in variable-length integers. Read by geodata/network/decode-network.ts. */
import { createHash } from 'node:crypto'
import { MAGIC } from '#geodata/network/decode-network.ts'
import type { BuiltNetwork } from './build-network.ts'

export function encodeNetwork({ nodes, edges, facts, named }: BuiltNetwork): Uint8Array {
  const body = byteWriter()
  let [x, y] = [0, 0]
  for (let at = 0; at < nodes.length; at += 2) {
    body.signed((nodes[at] ?? 0) - x)
    body.signed((nodes[at + 1] ?? 0) - y)
    ;[x, y] = [nodes[at] ?? 0, nodes[at + 1] ?? 0]
  }
  let from = 0
  for (const edge of edges) {
    body.signed(edge.from - from)
    body.signed(edge.to - edge.from)
    from = edge.from
    for (const code of [edge.mode, edge.class, edge.terrain, edge.status, edge.flags]) body.unsigned(code)
    for (const value of [edge.closedMonths, Math.round(edge.lengthM * 100), edge.facts]) body.unsigned(value)
    body.unsigned(edge.vertices.length / 2)
    ;[x, y] = [nodes[2 * edge.from] ?? 0, nodes[2 * edge.from + 1] ?? 0]
    for (let at = 0; at < edge.vertices.length; at += 2) {
      body.signed((edge.vertices[at] ?? 0) - x)
      body.signed((edge.vertices[at + 1] ?? 0) - y)
      ;[x, y] = [edge.vertices[at] ?? 0, edge.vertices[at + 1] ?? 0]
    }
  }
  const bytes = body.bytes()
  const version = createHash('sha256')
    .update(bytes)
    .update(JSON.stringify([facts, named]))
    .digest('hex')
    .slice(0, 12)
  const counts = {
    nodes: nodes.length / 2,
    edges: edges.length,
    vertices: edges.reduce((sum, edge) => sum + edge.vertices.length / 2, 0),
  }
  const header = Buffer.from(JSON.stringify({ version, ...counts, facts, named }))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(header.length)
  return Buffer.concat([Buffer.from(MAGIC, 'latin1'), length, header, bytes])
}

function byteWriter() {
  let buffer = new Uint8Array(1 << 20)
  let end = 0
  const unsigned = (value: number): void => {
    if (end + 8 > buffer.length) {
      const larger = new Uint8Array(buffer.length * 2)
      larger.set(buffer)
      buffer = larger
    }
    let rest = value
    for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) buffer[end++] = (rest % 0x80) | 0x80
    buffer[end++] = rest
  }
  return {
    unsigned,
    /** Small differences of either sign become small numbers. */
    signed: (value: number): void => unsigned(value < 0 ? -2 * value - 1 : 2 * value),
    bytes: (): Uint8Array => buffer.subarray(0, end),
  }
}
