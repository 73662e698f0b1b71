/** Bytes of the transport network to typed arrays. Written by scripts/transport/encode-network.ts. */
import * as z from 'zod'
import { LocalName } from '#geodata/contract/provenance.ts'
import type { EdgeFacts, Network } from './network.ts'

export const MAGIC = 'ORENET1\n'
const UNITS_PER_DEGREE = 1e5

const Header = z.object({
  version: z.string(),
  nodes: z.number().int(),
  edges: z.number().int(),
  vertices: z.number().int(),
  facts: z.array(z.custom<EdgeFacts>((value) => typeof value === 'object' && value !== null)),
  named: z.array(z.object({ node: z.number().int(), ref: z.string(), name: LocalName })),
})

/** Throws where the bytes are not a network of this form. */
export function decodeNetwork(bytes: Uint8Array): Network {
  const text = new TextDecoder()
  if (text.decode(bytes.subarray(0, MAGIC.length)) !== MAGIC) throw new Error('these bytes are not a transport network')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const headerEnd = MAGIC.length + 4 + view.getUint32(MAGIC.length, true)
  const header = Header.parse(JSON.parse(text.decode(bytes.subarray(MAGIC.length + 4, headerEnd))))
  const network = emptyNetwork(header)
  const read = byteReader(bytes, headerEnd)
  readNodes(network, read)
  readEdges(network, read)
  return network
}

function emptyNetwork({ version, nodes, edges, vertices, facts, named }: z.output<typeof Header>): Network {
  return {
    ...{ version, facts, named },
    ...{ nodeLon: new Float64Array(nodes), nodeLat: new Float64Array(nodes) },
    ...{ edgeFrom: new Uint32Array(edges), edgeTo: new Uint32Array(edges), edgeFacts: new Uint32Array(edges) },
    ...{ edgeMode: new Uint8Array(edges), edgeClass: new Uint8Array(edges), edgeTerrain: new Uint8Array(edges) },
    ...{ edgeStatus: new Uint8Array(edges), edgeFlags: new Uint8Array(edges) },
    ...{ edgeClosedMonths: new Uint16Array(edges), edgeLengthM: new Float64Array(edges) },
    ...{ edgeShapeStart: new Uint32Array(edges + 1), shape: new Int32Array(2 * vertices) },
  }
}

interface Reader {
  unsigned(): number
  signed(): number
}

function readNodes({ nodeLon, nodeLat }: Network, read: Reader): void {
  let [x, y] = [0, 0]
  for (let node = 0; node < nodeLon.length; node++) {
    x += read.signed()
    y += read.signed()
    nodeLon[node] = x / UNITS_PER_DEGREE
    nodeLat[node] = y / UNITS_PER_DEGREE
  }
}

function readEdges(network: Network, read: Reader): void {
  const { nodeLon, nodeLat, edgeFrom, edgeTo, shape, edgeShapeStart } = network
  let [from, vertex] = [0, 0]
  for (let edge = 0; edge < edgeFrom.length; edge++) {
    from += read.signed()
    edgeFrom[edge] = from
    edgeTo[edge] = from + read.signed()
    network.edgeMode[edge] = read.unsigned()
    network.edgeClass[edge] = read.unsigned()
    network.edgeTerrain[edge] = read.unsigned()
    network.edgeStatus[edge] = read.unsigned()
    network.edgeFlags[edge] = read.unsigned()
    network.edgeClosedMonths[edge] = read.unsigned()
    network.edgeLengthM[edge] = read.unsigned() / 100
    network.edgeFacts[edge] = read.unsigned()
    let x = Math.round((nodeLon[from] ?? 0) * UNITS_PER_DEGREE)
    let y = Math.round((nodeLat[from] ?? 0) * UNITS_PER_DEGREE)
    for (let left = read.unsigned(); left > 0; left--) {
      x += read.signed()
      y += read.signed()
      shape[2 * vertex] = x
      shape[2 * vertex + 1] = y
      vertex += 1
    }
    edgeShapeStart[edge + 1] = vertex
  }
}

function byteReader(bytes: Uint8Array, start: number): Reader {
  let at = start
  const unsigned = (): number => {
    let [value, scale] = [0, 1]
    for (;;) {
      const byte = bytes[at++]
      if (byte === undefined) throw new Error('the transport network ends in the middle')
      value += (byte & 0x7f) * scale
      if (byte < 0x80) return value
      scale *= 0x80
    }
  }
  return {
    unsigned,
    signed: () => {
      const value = unsigned()
      return value % 2 === 1 ? -(value + 1) / 2 : value / 2
    },
  }
}
