/**
 * Deposits in groups: how many, in what status, with what in the ground. Deposits are counted over all groups, not within
 * each. Resources, reserves and unclassified figures stay apart. A deposit's own figure for a commodity stands for its parts;
 * only where it states none are theirs taken instead.
 */
import type * as z from 'zod'
import { CommodityCode } from '#geodata/contract/commodity.ts'
import { DepositStatus, ResourceEstimate } from '#geodata/contract/deposit.ts'
import type { ContainedMetal, SummaryAnswer, SummaryRow } from '#geodata/contract/questions.ts'
import type { CodedColumn } from './coded-column.ts'
import type { CountedFigures } from './figures.ts'

type Total = z.output<typeof SummaryAnswer>['total']
type Row = Omit<SummaryRow, 'name' | 'area'>

/**
 * Groups from the largest count. A row whose parent is among the rows is a part, wherever the two stand. `groups`: the groups
 * of each row. `isByCommodity`: a group counts the metal of its own commodity alone.
 */
export function summarise(
  figures: CountedFigures,
  rows: Uint32Array,
  groups: CodedColumn,
  isByCommodity = false,
): { total: Total; rows: Row[] } {
  const isIn = new Uint8Array(figures.ids.length)
  for (const row of rows) isIn[row] = 1
  const sums = sumsFor(groups.values.length, figures.metal.values.length)
  const total = sumsFor(1, figures.metal.values.length)
  for (const row of rows) {
    const isPart = isIn[figures.parents[row] ?? -1] === 1
    const status = figures.statuses[row] ?? 0
    count(total, 0, status, isPart)
    const [first, last] = [groups.starts[row] ?? 0, groups.starts[row + 1] ?? 0]
    for (let at = first; at < last; at++) count(sums, groups.codes[at] ?? 0, status, isPart)
    for (let at = figures.metal.starts[row] ?? 0; at < (figures.metal.starts[row + 1] ?? 0); at++) {
      const kind = figures.metal.codes[at] ?? 0
      if (isPart && isToldAbove(figures, isIn, row, kind)) continue
      const tonnes = figures.tonnes[at] ?? 0
      add(total, 0, kind, tonnes)
      for (let group = first; group < last; group++) add(sums, groups.codes[group] ?? 0, kind, tonnes)
    }
  }
  const kinds = kindsInOrder(figures.metal.values)
  const told = groups.values.map((key, group) => ({
    key,
    ...countsOf(sums, group),
    metal: metalOf(sums, group, kinds).filter(({ commodity }) => !isByCommodity || commodity === key),
  }))
  return {
    total: { count: countsOf(total, 0).count, metal: metalOf(total, 0, kinds) },
    rows: told.filter(({ count: { deposits, parts } }) => deposits + parts > 0).sort(fromLargest),
  }
}

function fromLargest(a: Row, b: Row): number {
  return b.count.deposits - a.count.deposits || b.count.parts - a.count.parts || (a.key < b.key ? -1 : 1)
}

const STATUSES = DepositStatus.options

/** Sums by group, and within it by status or by kind of metal. */
interface Sums {
  deposits: Uint32Array
  parts: Uint32Array
  byStatus: Uint32Array
  kinds: number
  tonnes: Float64Array
  stated: Uint32Array
}

function sumsFor(groups: number, kinds: number): Sums {
  return {
    ...{ deposits: new Uint32Array(groups), parts: new Uint32Array(groups), kinds },
    byStatus: new Uint32Array(groups * STATUSES.length),
    tonnes: new Float64Array(groups * kinds),
    stated: new Uint32Array(groups * kinds),
  }
}

function count(sums: Sums, group: number, status: number, isPart: boolean): void {
  if (isPart) {
    sums.parts[group] = (sums.parts[group] ?? 0) + 1
    return
  }
  const at = group * STATUSES.length + status
  sums.deposits[group] = (sums.deposits[group] ?? 0) + 1
  sums.byStatus[at] = (sums.byStatus[at] ?? 0) + 1
}

function add(sums: Sums, group: number, kind: number, tonnes: number): void {
  const at = group * sums.kinds + kind
  sums.tonnes[at] = (sums.tonnes[at] ?? 0) + tonnes
  sums.stated[at] = (sums.stated[at] ?? 0) + 1
}

/** Whether a deposit above, among those asked about, states the same commodity. */
function isToldAbove({ parents, metal }: CountedFigures, isIn: Uint8Array, row: number, kind: number): boolean {
  const commodity = metal.values[kind]?.split(' ')[0]
  // A row that is its own ancestor would be a fault of the data: the climb ends after as many steps as a chain can have.
  let above = parents[row] ?? -1
  for (let step = 0; step < LONGEST_CHAIN && above >= 0 && above !== row && isIn[above] === 1; step++) {
    for (let at = metal.starts[above] ?? 0; at < (metal.starts[above + 1] ?? 0); at++)
      if (metal.values[metal.codes[at] ?? 0]?.split(' ')[0] === commodity) return true
    above = parents[above] ?? -1
  }
  return false
}

const LONGEST_CHAIN = 16

function countsOf(sums: Sums, group: number): Pick<Row, 'count' | 'byStatus'> {
  const byStatus = Object.fromEntries(
    STATUSES.map((status, index) => [status, sums.byStatus[group * STATUSES.length + index] ?? 0]),
  ) as Record<DepositStatus, number>
  return { count: { deposits: sums.deposits[group] ?? 0, parts: sums.parts[group] ?? 0 }, byStatus }
}

interface Kind {
  code: number
  commodity: CommodityCode
  category: ContainedMetal['category']
}

/** In the order of commodities, then of categories. */
function kindsInOrder(values: readonly string[]): Kind[] {
  return values
    .map((text, code) => ({ text, code }))
    .sort((a, b) => (a.text < b.text ? -1 : 1))
    .map(({ text, code }) => {
      const [commodity, category] = text.split(' ')
      return { code, commodity: CommodityCode.parse(commodity), category: Category.parse(category) }
    })
}

const Category = ResourceEstimate.shape.category

function metalOf(sums: Sums, group: number, kinds: readonly Kind[]): ContainedMetal[] {
  return kinds.flatMap(({ code, ...kind }) => {
    const at = group * sums.kinds + code
    const deposits = sums.stated[at] ?? 0
    return deposits === 0 ? [] : [{ ...kind, tonnes: sums.tonnes[at] ?? 0, deposits }]
  })
}

/** Upper edges of the bands along a corridor, km. */
const BAND_EDGES_KM = [25, 50, 100]

/** `0-25`, `25-50`, `50-100` or `100-`; an edge belongs to the nearer band. */
export function bandOf(distanceKm: number): string {
  const upper = BAND_EDGES_KM.findIndex((edge) => distanceKm <= edge)
  const lower = upper === -1 ? BAND_EDGES_KM.at(-1) : (BAND_EDGES_KM[upper - 1] ?? 0)
  return `${lower}-${upper === -1 ? '' : BAND_EDGES_KM[upper]}`
}
