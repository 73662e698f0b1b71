/**
 * The filter panel's choices as CQL2: values of one field are alternatives (IN), fields restrict each other (AND).
 * `commodity` is any of a deposit's commodities; a group is its commodities; operator and partner are compared by slug.
 */
import { COMMODITIES, CommodityCode, CRITICAL_MINERALS } from '#geodata/contract/commodity.ts'
import { type DepositFilter, FILTER_FIELDS } from '#geodata/contract/filter.ts'
import { allOf, type Expression, type Node } from './expression.ts'

/** null where the filter asks for nothing. Equal filters give equal trees, in the order of the panel, values sorted. */
export function depositFilterExpression(filter: DepositFilter): Expression | null {
  const terms = FILTER_FIELDS.flatMap((facet) => {
    const chosen = filter[facet]
    if (chosen === undefined || chosen.length === 0) return []
    return [termOf(facet, typeof chosen === 'string' ? [chosen] : [...chosen].sort())]
  })
  return terms.length === 0 ? null : allOf(terms)
}

function termOf(facet: (typeof FILTER_FIELDS)[number], values: readonly string[]): Expression {
  switch (facet) {
    case 'group':
      return isOneOf(
        'commodity',
        CommodityCode.options.filter((code) => values.includes(COMMODITIES[code].group)),
      )
    case 'critical':
      return isOneOf('commodity', CRITICAL_MINERALS.codes)
    case 'operator':
      return isOneOf('operator_slug', values)
    case 'partner':
      return isOneOf('partner_slug', values)
    case 'type':
      return isOneOf('depositType', values)
    case 'confidence': {
      const stated = isOneOf('provenance_confidence', values)
      // A deposit without a word on its confidence counts as low, in the panel too.
      return values.includes('low')
        ? { kind: 'operation', op: 'or', args: [stated, isUnknown('provenance_confidence')] }
        : stated
    }
    case 'resource': {
      const unknown = isUnknown('resource_category')
      return values.includes('yes') ? { kind: 'operation', op: 'not', args: [unknown] } : unknown
    }
    default:
      return isOneOf(facet, values)
  }
}

function isOneOf(name: string, values: readonly string[]): Expression {
  const property: Node = { kind: 'property', name }
  const texts = values.map((value): Node => ({ kind: 'text', value }))
  const [only] = texts
  return only && texts.length === 1
    ? { kind: 'operation', op: '=', args: [property, only] }
    : { kind: 'operation', op: 'in', args: [property, ...texts] }
}

function isUnknown(name: string): Expression {
  return { kind: 'operation', op: 'isNull', args: [{ kind: 'property', name }] }
}
