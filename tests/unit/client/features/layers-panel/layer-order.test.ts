/** Switching and moving layers: nothing is lost, nothing comes twice, and each step can be taken back. */
import { describe, expect, it } from 'vitest'
import { canMove, moveLayer, setOpacity, switchLayer } from '#client/features/layers-panel/layer-order.ts'
import { DEFAULT_LAYERS, OVERLAYS } from '#geodata/style/layers/index.ts'

const start = DEFAULT_LAYERS.map((layer) => ({ ...layer }))
const ids = (layers: readonly { id: string }[]): string[] => layers.map(({ id }) => id)

describe('switchLayer', () => {
  it('off and on again gives the same view, for every layer', () => {
    for (const { id } of OVERLAYS) {
      const once = switchLayer(start, id)
      expect(ids(once)).not.toEqual(ids(start))
      expect(ids(switchLayer(once, id))).toEqual(ids(start))
    }
  })
  it('puts a new layer where the default order has it: belts below roads', () => {
    const order = ids(switchLayer(start, 'belts'))
    expect(order.indexOf('belts')).toBeLessThan(order.indexOf('roads'))
  })
})

describe('moveLayer', () => {
  it('up and down again gives the same order', () => {
    const up = moveLayer(start, 'roads', 1)
    expect(ids(up)).not.toEqual(ids(start))
    expect(ids(moveLayer(up, 'roads', -1))).toEqual(ids(start))
  })
  it('keeps every layer and stops at the end', () => {
    let layers = start
    for (let step = 0; step < 20; step++) layers = moveLayer(layers, 'roads', 1)
    expect(ids(layers).toSorted()).toEqual(ids(start).toSorted())
    expect(canMove(layers, 'roads', 1)).toBe(false)
    expect(canMove(layers, 'roads', -1)).toBe(true)
  })
  it('leaves deposits above all else, for they have a slot of their own', () => {
    expect(canMove(start, 'deposits', -1)).toBe(false)
  })
})

describe('setOpacity', () => {
  it('changes that layer alone', () => {
    const changed = setOpacity(start, 'roads', 0.4)
    expect(changed.find(({ id }) => id === 'roads')?.opacity).toBe(0.4)
    expect(changed.filter(({ opacity }) => opacity !== 1)).toHaveLength(1)
  })
})
