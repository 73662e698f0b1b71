/** The same inputs give the same bytes: all datasets are rebuilt into an empty folder and compared with those committed. */
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { openInputs } from '#scripts/build/inputs.ts'
import { buildDatasets } from '#scripts/build-datasets.ts'

const SHARED = process.env.ORELINK_SHARED ?? resolve(import.meta.dirname, '../../../shared')
const COMMITTED = resolve(import.meta.dirname, '../../geodata/datasets')
const hasInputs = existsSync(join(SHARED, 'facts/deposits.csv'))
if (!hasInputs)
  console.warn(`NOT CHECKED: rebuilding gives the same bytes. The inputs are not at ${SHARED}; set ORELINK_SHARED.`)

const hashOf = (path: string): string =>
  existsSync(path) ? createHash('sha256').update(readFileSync(path)).digest('hex') : 'missing'

test.skipIf(!hasInputs)(
  'a rebuild gives the committed bytes',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'orelink-data-'))
    try {
      const counts = await buildDatasets(openInputs(SHARED), [], folder)
      const changed = counts
        .flatMap(({ dataset }) => [`${dataset}/features.geojson`, `${dataset}/NOTICE.md`])
        .filter((file) => hashOf(join(folder, file)) !== hashOf(join(COMMITTED, file)))
      expect(changed).toEqual([])
      expect(counts.length).toBeGreaterThan(0)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
  300_000,
)
