/** A filter in CQL2 as a request carries it, to a checked tree; what is none is refused with the place of the fault. */
import type { DatasetDefinition } from '#geodata/contract/dataset.ts'
import type { Expression } from '#geodata/cql2/expression.ts'
import { queryablesOf } from '#geodata/cql2/queryables.ts'
import { type ReadOptions, readFilter } from '#geodata/cql2/read-filter.ts'
import { Cql2Refusal } from '#geodata/cql2/refusal.ts'
import { Refusal } from '../refusal.ts'

export function readCql2(text: string, dataset: DatasetDefinition, options?: ReadOptions): Expression {
  try {
    return readFilter(text, queryablesOf(dataset), options)
  } catch (error) {
    if (error instanceof Cql2Refusal) throw refusalOf(error, text)
    throw error
  }
}

const SHOWN = 40

function refusalOf({ message, detail, place }: Cql2Refusal, text: string): Refusal {
  const fault =
    place.encoding === 'text'
      ? { received: text.slice(place.offset, place.offset + SHOWN), position: place.offset }
      : { received: place.pointer, pointer: place.pointer }
  return new Refusal('invalid-request', `The filter cannot be read: ${message}.`, [
    { field: 'filter', expected: detail, ...fault },
  ])
}
