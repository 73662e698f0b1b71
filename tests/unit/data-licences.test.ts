/** The README of the data tells the licence of every dataset as its definition has it. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { DATASETS } from '#geodata/datasets/catalogue.ts'

test('each dataset stands in the row of its licence, and in no other', () => {
  const readme = readFileSync(resolve(import.meta.dirname, '../../geodata/README.md'), 'utf8')
  const rows = readme.split('\n').filter((line) => /^\| (?:ODbL|CC|official)/.test(line))
  for (const { id, licence } of DATASETS) {
    const listed = rows.filter((row) => row.includes(`\`${id}\``)).map((row) => row.split(' ')[1])
    expect(listed, id).toEqual([licence])
  }
})
