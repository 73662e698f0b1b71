/**
 * The choices of the filter panel as CQL2, and what of a CQL2 filter the panel can show: both ways the same deposits. Each
 * facet is one condition; the conditions of several facets are joined by AND.
 */
import { DepositChoices, FACETS, type Facet } from '../contract/filter.ts'
import type { Expression } from './expression.ts'
import { bothFilters } from './read-filter.ts'

/** The queryable of the deposits that a facet of several values asks. */
const QUERYABLE: Readonly<Record<Exclude<Facet, 'critical' | 'resource'>, string>> = {
  commodity: 'commodities',
  group: 'commodityGroups',
  province: 'province',
  district: 'district',
  status: 'status',
  type: 'depositType',
  operator: 'operatorSlug',
  partner: 'partnerSlug',
  confidence: 'confidence',
}
const CRITICAL: Expression = {
  ...{ kind: 'compare', op: '=', left: { kind: 'property', name: 'isCritical' } },
  right: { kind: 'boolean', value: true },
}
/** Every estimate has a category; a deposit without an estimate has none. */
const WITHOUT_RESOURCE: Expression = { kind: 'isNull', arg: { kind: 'property', name: 'resource_category' } }
const WITH_RESOURCE: Expression = { kind: 'not', arg: WITHOUT_RESOURCE }

/** undefined where nothing is chosen. */
export function choicesToCql2(choices: DepositChoices): Expression | undefined {
  const conditions = FACETS.flatMap((facet) => conditionOf(facet, choices) ?? [])
  const [only] = conditions
  return conditions.length > 1 ? { kind: 'and', args: conditions } : only
}

/** The conditions that are choices as choices, the others as they are; every feature matches both as it did the whole. */
export function cql2ToChoices(expression: Expression): { choices: DepositChoices; rest: Expression | undefined } {
  let choices: DepositChoices = {}
  const rest: Expression[] = []
  for (const condition of expression.kind === 'and' ? expression.args : [expression]) {
    const found = choiceIn(condition)
    const isNew = found && Object.keys(found).every((facet) => !Object.hasOwn(choices, facet))
    if (isNew) choices = { ...choices, ...found }
    else rest.push(condition)
  }
  const [only] = rest
  return { choices, rest: rest.length > 1 ? { kind: 'and', args: rest } : only }
}

/** Choices and a further condition as one filter; conditions stand side by side, so that it reads back apart. */
export function wholeFilter(choices: DepositChoices, rest: Expression | undefined): Expression | undefined {
  const chosen = choicesToCql2(choices)
  if (!chosen || !rest) return bothFilters(chosen, rest)
  const argsOf = (node: Expression) => (node.kind === 'and' ? node.args : [node])
  return { kind: 'and', args: [...argsOf(chosen), ...argsOf(rest)] }
}

function conditionOf(facet: Facet, choices: DepositChoices): Expression | undefined {
  if (facet === 'critical') return choices.critical && CRITICAL
  if (facet === 'resource') return choices.resource && (choices.resource === 'yes' ? WITH_RESOURCE : WITHOUT_RESOURCE)
  const values = [...(choices[facet] ?? [])].sort().map((value) => ({ kind: 'text', value }) as const)
  const left = { kind: 'property', name: QUERYABLE[facet] } as const
  const [only] = values
  if (!only) return undefined
  return values.length > 1 ? { kind: 'in', value: left, list: values } : { kind: 'compare', op: '=', left, right: only }
}

/** The choice that a condition makes, if the panel has it. */
function choiceIn(condition: Expression): DepositChoices | undefined {
  if (isSame(condition, CRITICAL)) return { critical: 'yes' }
  if (isSame(condition, WITH_RESOURCE)) return { resource: 'yes' }
  if (isSame(condition, WITHOUT_RESOURCE)) return { resource: 'no' }
  const named = namedValues(condition)
  const facet = named && FACETS.find((each) => Reflect.get(QUERYABLE, each) === named.name)
  if (!facet) return undefined
  // Through the schema of query text: a value that the panel does not know stays a condition.
  const parsed = DepositChoices.safeParse({ [facet]: [...new Set(named.values)].sort().join(',') })
  return parsed.success ? parsed.data : undefined
}

function namedValues(condition: Expression): { name: string; values: string[] } | undefined {
  if (condition.kind !== 'in' && !(condition.kind === 'compare' && condition.op === '=')) return undefined
  const tested = condition.kind === 'in' ? condition.value : condition.left
  const listed = condition.kind === 'in' ? condition.list : [condition.right]
  const values = listed.flatMap((value) => (value.kind === 'text' && !value.value.includes(',') ? [value.value] : []))
  return tested.kind === 'property' && values.length === listed.length ? { name: tested.name, values } : undefined
}

function isSame(a: Expression, b: Expression): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
