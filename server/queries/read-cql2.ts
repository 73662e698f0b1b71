/** A filter in CQL2 as a query gets it, to a checked tree; what is wrong with it becomes a refusal with its place. */
import type { DatasetDefinition } from '#geodata/contract/dataset.ts'
import type { DepositFilter } from '#geodata/contract/filter.ts'
import { childrenOf, type Expression, type Node } from '#geodata/cql2/expression.ts'
import type { Parsed } from '#geodata/cql2/parsed.ts'
import { queryablesOf } from '#geodata/cql2/queryables.ts'
import { type ReadOptions, readFilter } from '#geodata/cql2/read-filter.ts'
import { Cql2Refusal, excerpt } from '#geodata/cql2/refusal.ts'
import { shapeFault } from '#geodata/cql2/shapes.ts'
import { Refusal } from '../refusal.ts'
import type { ChosenDeposits } from '../storage/storage.ts'
import type { Context } from './query.ts'

/** `field`: the parameter that holds it. Throws a Refusal, `invalid-request`, that says what is wrong and where. */
export function readCql2(
  text: string,
  dataset: DatasetDefinition,
  { field = 'filter', ...options }: ReadOptions & { field?: string } = {},
): Expression {
  try {
    const parsed = readFilter(text, queryablesOf(dataset), options)
    checkShapes(parsed)
    return parsed.expression
  } catch (error) {
    if (!(error instanceof Cql2Refusal)) throw error
    const { place } = error
    const at = 'offset' in place ? { position: place.offset } : { pointer: place.pointer }
    const received = 'offset' in place ? excerpt(text.slice(place.offset, place.offset + place.length)) : null
    throw new Refusal('invalid-request', `The filter cannot be used: ${error.message}.`, [
      { field, expected: error.message, received, ...at },
    ])
  }
}

/** The choices and the condition of a deposit filter, apart. */
export function readDepositFilter(
  { filter, ...choices }: DepositFilter,
  { datasets }: Pick<Context, 'datasets'>,
): { choices: ChosenDeposits; where: Expression | undefined } {
  if (filter === undefined) return { choices, where: undefined }
  const dataset = datasets.find(({ id }) => id === 'deposits')
  if (!dataset) throw new Refusal('not-found', 'There are no deposits here to filter.')
  return { choices, where: readCql2(filter, dataset) }
}

/** Areas that cross themselves have no inside to ask about. */
function checkShapes({ expression, placeOf }: Parsed): void {
  const visit = (node: Node): void => {
    const fault = node.kind === 'geometry' ? shapeFault(node.geometry) : null
    if (fault !== null) throw new Cql2Refusal('bad-geometry', placeOf(node), { detail: fault })
    childrenOf(node).forEach(visit)
  }
  visit(expression)
}
