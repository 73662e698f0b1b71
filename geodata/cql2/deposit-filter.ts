/**
 * The choices of the filter panel as CQL2, and what of a condition in CQL2 the panel can show: both ways the same deposits.
 * Each facet is one term, its values alternatives (IN); the terms of several facets restrict each other (AND).
 */
import { DepositChoices, FILTER_FIELDS } from '#geodata/contract/filter.ts'
import { allOf, type Expression, type Node, operation } from './expression.ts'

type Field = (typeof FILTER_FIELDS)[number]

/** The queryable of deposits that a field of several values asks. */
const QUERYABLE: Readonly<Record<Exclude<Field, 'critical' | 'resource'>, string>> = {
  commodity: 'commodities',
  group: 'commodityGroups',
  province: 'province',
  district: 'district',
  status: 'status',
  type: 'depositType',
  operator: 'operatorSlug',
  partner: 'partnerSlug',
  confidence: 'confidence',
  id: 'id',
}
const CRITICAL = operation('=', { kind: 'property', name: 'isCritical' }, { kind: 'boolean', value: true })
/** Every estimate has a category; a deposit without an estimate has none. */
const WITHOUT_RESOURCE = operation('isNull', { kind: 'property', name: 'resource_category' })
const WITH_RESOURCE = operation('not', WITHOUT_RESOURCE)

/** null where nothing is chosen. Equal choices give equal trees, in the order of the panel, values sorted. */
export function choicesToCql2(choices: DepositChoices): Expression | null {
  const terms = FILTER_FIELDS.flatMap((facet) => termOf(facet, choices) ?? [])
  return terms.length === 0 ? null : allOf(terms)
}

/** The terms that are choices as choices, the others as they are; a deposit meets both as it met the whole. */
export function cql2ToChoices(expression: Expression): { choices: DepositChoices; rest: Expression | null } {
  let choices: DepositChoices = {}
  const rest: Expression[] = []
  for (const term of termsOf(expression)) {
    const found = choiceIn(term)
    const isNew = found && Object.keys(found).every((facet) => !Object.hasOwn(choices, facet))
    if (isNew) choices = { ...choices, ...found }
    else rest.push(term)
  }
  return { choices, rest: rest.length === 0 ? null : allOf(rest) }
}

/** Choices and a further condition as one filter, terms side by side, so that it reads back apart; null where both are. */
export function wholeFilter(chosen: Expression | null, rest: Expression | null): Expression | null {
  if (chosen === null || rest === null) return chosen ?? rest
  return allOf([...termsOf(chosen), ...termsOf(rest)])
}

/** Of a conjunction its operands, which the readers have let through as conditions. */
function termsOf(expression: Expression): Expression[] {
  if (expression.kind !== 'operation' || expression.op !== 'and') return [expression]
  return expression.args.filter((arg) => arg.kind === 'operation' || arg.kind === 'boolean')
}

function termOf(facet: Field, choices: DepositChoices): Expression | undefined {
  if (facet === 'critical') return choices.critical && CRITICAL
  if (facet === 'resource') return choices.resource && (choices.resource === 'yes' ? WITH_RESOURCE : WITHOUT_RESOURCE)
  const property: Node = { kind: 'property', name: QUERYABLE[facet] }
  const values = [...(choices[facet] ?? [])].sort().map((value): Node => ({ kind: 'text', value }))
  if (values.length === 0) return undefined
  return operation(values.length === 1 ? '=' : 'in', property, ...values)
}

/** The choice that a term makes, if the panel has it. */
function choiceIn(term: Expression): DepositChoices | undefined {
  if (isSame(term, CRITICAL)) return { critical: 'yes' }
  if (isSame(term, WITH_RESOURCE)) return { resource: 'yes' }
  if (isSame(term, WITHOUT_RESOURCE)) return { resource: 'no' }
  const [property, ...values] = term.kind === 'operation' && (term.op === '=' || term.op === 'in') ? term.args : []
  const name = property?.kind === 'property' ? property.name : ''
  const facet = FILTER_FIELDS.find((each) => Reflect.get(QUERYABLE, each) === name)
  const texts = values.flatMap((value) => (value.kind === 'text' && !value.value.includes(',') ? [value.value] : []))
  if (!facet || texts.length < values.length) return undefined
  // Through the schema of query text: a value that the panel does not know stays a condition.
  const parsed = DepositChoices.safeParse({ [facet]: [...new Set(texts)].sort().join(',') })
  return parsed.success ? parsed.data : undefined
}

function isSame(a: Expression, b: Expression): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
