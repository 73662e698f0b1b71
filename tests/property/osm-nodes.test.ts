/** Ways of an extract are cut exactly where they meet, against a look at every pair. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NodePlaces } from '#scripts/osm/node-places.ts'

/** Nodes on a line of distinct places; ids far beyond 32 bits, as OpenStreetMap has them. */
const idOf = (node: number): number => 11_000_000_000 + node * 7
const way = fc.array(fc.integer({ min: 0, max: 14 }), { minLength: 2, maxLength: 8 })
const ways = fc.array(way, { minLength: 1, maxLength: 6 })

function placesOf(all: readonly number[][], known: (node: number) => boolean) {
  const refs = Float64Array.from(all.flat().map(idOf))
  const places = new NodePlaces(refs)
  for (let node = 0; node < 15; node++) if (known(node)) places.put(idOf(node), node, 2 * node)
  places.put(idOf(99), 1, 1)
  let at = 0
  return all.map((nodes) => {
    const start = at
    at += nodes.length
    return places.pieces(refs, start, at)
  })
}

/** x of the vertices is the number of the node. */
const nodesOf = (piece: readonly number[]): number[] => piece.filter((_, index) => index % 2 === 0)
const withoutRepeats = (nodes: readonly number[]): number[] => nodes.filter((node, at) => node !== nodes[at - 1])

test('pieces follow the way, and nodes used twice stand at ends only', () => {
  fc.assert(
    fc.property(ways, (all) => {
      const uses = (node: number): number => all.flat().filter((one) => one === node).length
      placesOf(all, () => true).forEach(({ pieces, missing }, index) => {
        expect(missing).toBe(0)
        const joined = withoutRepeats(pieces.flatMap(nodesOf))
        const course = withoutRepeats(all[index] ?? [])
        expect(joined).toEqual(course.length > 1 ? course : [])
        for (const piece of pieces)
          expect(
            nodesOf(piece)
              .slice(1, -1)
              .every((node) => uses(node) === 1),
          ).toBe(true)
        for (const piece of pieces)
          for (let at = 1; at < piece.length; at += 2) expect(piece[at]).toBe(2 * (piece[at - 1] ?? 0))
      })
    }),
  )
})

test('where a node is missing the way is broken, never led straight on', () => {
  fc.assert(
    fc.property(ways, fc.integer({ min: 0, max: 14 }), (all, lost) => {
      placesOf(all, (node) => node !== lost).forEach(({ pieces, missing }, index) => {
        const course = all[index] ?? []
        expect(missing).toBe(course.filter((node) => node === lost).length)
        const steps = new Set(course.slice(1).map((node, at) => `${course[at]} ${node}`))
        for (const nodes of pieces.map(nodesOf))
          for (let at = 1; at < nodes.length; at++) expect(steps).toContain(`${nodes[at - 1]} ${nodes[at]}`)
      })
    }),
  )
})
