/** The list of references between datasets names datasets and properties that exist; a misspelt one would never refuse anything. */
import { expect, test } from 'vitest'
import { datasetById } from '#geodata/datasets/catalogue.ts'
import { REFERENCES } from '#scripts/build/check/references.ts'

test.each(REFERENCES)('$from.$property → $to', ({ from, property, to }) => {
  expect(datasetById(to), to).toBeDefined()
  const shape: unknown = Reflect.get(datasetById(from)?.properties ?? {}, 'shape')
  expect(Object.keys(shape ?? {}), from).toContain(property)
})
