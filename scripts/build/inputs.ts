/** Reads the folder of facts and open data (default `../shared`, or ORELINK_SHARED) that the datasets are made from. */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import Papa from 'papaparse'
import type { Inputs } from './builder.ts'

/** The compilers' shorthand for a news text and for their own tables, which says nothing to a reader. */
const plainWords = (cell: string): string =>
  cell
    .replace(/\bSeed news\b/g, 'News')
    .replace(/\bthe seed\b/g, 'the news text')
    .replace(/(?:\.\.\/|network\/|facts )(\w+)\.csv/g, 'our table of $1')

export function openInputs(
  root = process.env.ORELINK_SHARED ?? resolve(import.meta.dirname, '../../../shared'),
): Inputs {
  const path = (relative: string): string => {
    const full = join(root, relative)
    if (!existsSync(full))
      throw new Error(`missing input ${relative}: set ORELINK_SHARED to the folder that holds facts/ and upstream/`)
    return full
  }
  return {
    path,
    csv(relative) {
      const parsed = Papa.parse<Record<string, string>>(readFileSync(path(relative), 'utf8'), {
        header: true,
        skipEmptyLines: true,
      })
      if (parsed.errors.length > 0)
        throw new Error(`${relative}: ${parsed.errors[0]?.message} in row ${parsed.errors[0]?.row}`)
      return parsed.data.map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([key, value]) => [key, value.trim() === '' ? null : plainWords(value.trim())]),
        ),
      )
    },
    geojson(relative) {
      return JSON.parse(readFileSync(path(relative), 'utf8'))
    },
  }
}
