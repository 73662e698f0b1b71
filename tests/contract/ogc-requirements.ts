/**
 * The abstract tests of OGC API Features, Parts 1, 2 and 3, and of CQL2, by their ids: each either applies, and then a test of that name
 * stands in tests/contract/ogc-*.test.ts, or says why not. tests/contract/ogc-requirements.test.ts holds this to be true.
 */
export interface AbstractTest {
  id: string
  /** Why it does not apply; undefined where it does. */
  notApplicable?: string
}

export interface Suite {
  title: string
  document: string
  tests: readonly AbstractTest[]
}

const applying = (group: string, names: readonly string[]): AbstractTest[] =>
  names.map((name) => ({ id: `/conf/${group}/${name}` }))

/** A class of CQL2: its test on the standard's own data asks what this server does not serve. */
const ofClass = (group: string, names: readonly string[]): AbstractTest[] => [
  ...applying(group, names),
  {
    id: `/conf/${group}/test-data`,
    notApplicable: 'the server serves its own data, not the test dataset of the standard',
  },
]

export const SUITES: readonly Suite[] = [
  {
    title: 'Features, Part 1: Core',
    document: 'OGC 17-069r4',
    tests: [
      ...applying('core', [
        'http',
        'root-op',
        'root-success',
        'api-definition-op',
        'api-definition-success',
        'conformance-op',
        'conformance-success',
        'query-param-unknown',
        'query-param-invalid',
        'crs84',
        'fc-md-op',
        'fc-md-success',
        'fc-md-links',
        'fc-md-items',
        'fc-md-items-links',
        'fc-md-extent',
        'sfc-md-op',
        'sfc-md-success',
        'fc-op',
        'fc-response',
        'fc-limit-definition',
        'fc-limit-response',
        'fc-bbox-definition',
        'fc-bbox-response',
        'fc-time-definition',
        'fc-time-response',
        'fc-links',
        'fc-numberMatched',
        'fc-numberReturned',
        'f-op',
        'f-success',
        'f-links',
      ]),
      {
        id: '/conf/core/fc-timeStamp',
        notApplicable: 'the optional member timeStamp is left out, so that equal answers have equal strong tags',
      },
      {
        id: '/conf/core/fc-md-extent-multi',
        notApplicable: 'each extent is one box and one interval',
      },
      ...applying('geojson', ['definition', 'content']),
      ...applying('html', ['definition', 'content']),
      ...applying('oas30', ['definition-1', 'definition-2', 'oas-impl', 'completeness', 'exceptions-codes']),
      { id: '/conf/oas30/security', notApplicable: 'no operation asks for credentials' },
      { id: '/conf/gmlsf0/definition', notApplicable: 'GML is not offered' },
      { id: '/conf/gmlsf0/content', notApplicable: 'GML is not offered' },
      { id: '/conf/gmlsf2/definition', notApplicable: 'GML is not offered' },
      { id: '/conf/gmlsf2/content', notApplicable: 'GML is not offered' },
    ],
  },
  {
    title: 'Features, Part 2: Coordinate reference systems by reference',
    document: 'OGC 18-058r1',
    tests: applying('crs', [
      'crs-uri',
      'default-crs',
      'storageCrs',
      'crs-parameter',
      'crs-parameter-invalid',
      'crs-parameter-default',
      'crs-parameter-transform',
      'bbox-crs-parameter',
      'bbox-crs-parameter-invalid',
      'bbox-crs-parameter-default',
    ]),
  },
  {
    title: 'Features, Part 3: Filtering',
    document: 'OGC 19-079r2',
    tests: [
      ...applying('queryables', ['get-conformance', 'get-queryables-op', 'get-queryables-response', 'queryables-link']),
      ...applying('queryables-query-parameters', ['get-conformance', 'parameters']),
      ...applying('filter', [
        'get-conformance',
        'get-collections',
        'get-queryables',
        'get-collection',
        'filter-param',
        'filter-lang-default',
        'expression-construction',
        'filter-crs-wgs84',
        'filter-crs-param',
        'mixing-expression',
      ]),
      { id: '/conf/filter/get-functions', notApplicable: 'there are no functions beyond those of CQL2' },
      ...applying('features-filter', ['get-conformance', 'filter-on-items']),
    ],
  },
  {
    title: 'CQL2',
    document: 'OGC 21-065r2',
    tests: [
      ...ofClass('basic-cql2', ['basic-test', 'comparison', 'is-null', 'boolean', 'logical']),
      ...ofClass('advanced-comparison-operators', ['like', 'between', 'in', 'logical']),
      ...ofClass('case-insensitive-comparison', ['casei', 'casei-like', 'logical']),
      ...ofClass('accent-insensitive-comparison', [
        ...['accenti', 'accenti-like', 'accenti-casei', 'accenti-casei-like', 'logical'],
      ]),
      ...ofClass('basic-spatial-functions', ['s_intersects', 'logical']),
      ...ofClass('basic-spatial-functions-plus', ['s_intersects']),
      ...ofClass('spatial-functions', [
        ...['s_intersects', 's_disjoint', 's_equals', 's_touches', 's_crosses', 's_within', 's_contains', 's_overlaps'],
        'logical',
      ]),
      ...ofClass('temporal-functions', ['temporal-functions-1', 'temporal-functions-2', 'logical']),
      { id: '/conf/array-functions/array-predicates', notApplicable: 'array functions are not offered' },
      { id: '/conf/array-functions/logical', notApplicable: 'array functions are not offered' },
      ...ofClass('property-property', [
        ...['comparison-value-property', 'comparison-property-property', 'comparison-value-value', 'logical'],
      ]),
      { id: '/conf/functions/functions', notApplicable: 'there are no functions beyond those of CQL2' },
      ...ofClass('arithmetic', ['arithmetic', 'logical']),
      ...applying('cql2-text', ['validate', 'escaping']),
      ...applying('cql2-json', ['validate']),
    ],
  },
]
