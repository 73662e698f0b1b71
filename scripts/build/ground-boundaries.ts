/** The boundaries dataset: each line with the way it is drawn in the international, Pakistani and Chinese view. */
import { slugOf } from '#geodata/contract/filter.ts'
import type { Position } from '#geodata/contract/geo.ts'
import type { BoundaryProperties } from '#geodata/datasets/boundaries/dataset.ts'
import type { BuiltFeature, DatasetBuilder, Inputs } from './builder.ts'
import { type DistrictSource, type DistrictTopology, districtTopology } from './ground-admin.ts'
import { type Corner, innerLines, type OuterBorder, outerBorder } from './ground-border.ts'
import { lineStringsOf, linesOf, type Ring } from './ground-geometry.ts'
import { bordersAround } from './ground-world.ts'

type DrawnAs = BoundaryProperties['viewInternational']
/** International, Pakistan, China. */
type Views = readonly [DrawnAs, DrawnAs, DrawnAs]
type Kind = BoundaryProperties['kind']

const SETTLED: Views = ['settled', 'settled', 'settled']
const DISPUTED: Views = ['disputed', 'disputed', 'disputed']

function line(id: string, name: string, kind: Kind, views: Views, note: string | null, lines: Ring[]): BuiltFeature[] {
  const geometry = linesOf(lines)
  if (geometry === null) return []
  const [viewInternational, viewPakistan, viewChina] = views
  const properties = {
    name: { en: name, ur: null, zh: null },
    geometryQuality: 'mapped' as const,
    kind,
    viewInternational,
    viewPakistan,
    viewChina,
    note,
  }
  return [{ id, geometry, properties }]
}

function pakistanBorder(border: OuterBorder): BuiltFeature[] {
  const stretch = (id: string, name: string, kind: Kind, views: Views, note: string | null, from: Corner) =>
    line(id, name, kind, views, note, [border.stretch(from)])
  return [
    ...stretch('pakistan-iran', 'Pakistan – Iran', 'international', SETTLED, null, 'coastAndIran'),
    ...stretch(
      'pakistan-afghanistan',
      'Pakistan – Afghanistan',
      'international',
      SETTLED,
      'The Durand Line of 1893; Afghanistan has not recognised it.',
      'iranAndAfghanistan',
    ),
    ...stretch(
      'pakistan-china',
      'Pakistan – China',
      'international',
      SETTLED,
      'Agreement of 2 March 1963.',
      'afghanistanAndChina',
    ),
    ...stretch(
      'pakistan-china-trans-karakoram',
      'Pakistan – China, Trans-Karakoram Tract',
      'international',
      ['disputed', 'settled', 'settled'],
      'Agreement of 2 March 1963; India claims the ground on both sides.',
      'chinaAndTransKarakoram',
    ),
    ...stretch(
      'actual-ground-position-line',
      'Actual Ground Position Line',
      'ceasefire',
      DISPUTED,
      'Beyond map reference NJ9842 the line was never delimited.',
      'transKarakoramAndSiachen',
    ),
    ...stretch(
      'line-of-control',
      'Line of Control',
      'line-of-control',
      DISPUTED,
      'Ceasefire line of 1949, Line of Control since 1972; no international border.',
      'nj9842',
    ),
    ...stretch(
      'working-boundary',
      'Working Boundary',
      'line-of-control',
      DISPUTED,
      'Between Punjab and Jammu: Working Boundary to Pakistan, International Border to India.',
      'controlAndWorkingBoundary',
    ),
    ...stretch('pakistan-india', 'Pakistan – India', 'international', SETTLED, null, 'workingBoundaryAndIndia'),
  ]
}

/** The border over the tidal flats of the Rann and down Sir Creek, where the district areas end at the coast: Natural Earth. */
function rannOfKutch(inputs: Inputs, corner: Position): BuiltFeature[] {
  const west = (points: Ring): number => Math.max(...points.map(([lon]) => lon))
  const parts = inputs
    .geojson('upstream/natural-earth-10m/boundary-lines-land.geojson')
    .features.filter(
      ({ properties }) => [properties.adm0_left, properties.adm0_right].toSorted().join() === 'India,Pakistan',
    )
    .flatMap(({ geometry }) => (geometry ? lineStringsOf(geometry) : []))
    .filter((points) => west(points) < 68.75)
  const creek = parts.filter((points) => west(points) < 68.44)
  const flats = parts.filter((points) => west(points) >= 68.44)
  const sources = 'Natural Earth 1:10 million; the finer border ends at the coast.'
  return [
    ...line(
      'pakistan-india-rann',
      'Pakistan – India, Rann of Kutch',
      'international',
      SETTLED,
      sources,
      ledToCorners(flats, [corner]),
    ),
    ...line(
      'sir-creek',
      'Sir Creek',
      'international',
      DISPUTED,
      `Pakistan claims the eastern bank, India the middle of the channel; one line only is known. ${sources}`,
      creek,
    ),
  ]
}

const ADMINISTERED = ['Azad Jammu & Kashmir', 'Gilgit-Baltistan']
/** Whether the line parts administered Kashmir from a province: the outer edge of what India claims. */
function isIndianClaim(a: DistrictSource, b: DistrictSource): boolean {
  return ADMINISTERED.includes(a.province) !== ADMINISTERED.includes(b.province)
}

function innerLimits(topology: DistrictTopology): BuiltFeature[] {
  const between = (test: Parameters<typeof innerLines>[1]) => innerLines(topology, test)
  return [
    ...line(
      'claim-india-kashmir-west',
      'Outer limit of India’s claim in the west',
      'claim',
      ['disputed', 'hidden', 'hidden'],
      'Administered by Pakistan on both sides, claimed by India on the eastern one.',
      between(isIndianClaim),
    ),
    ...line(
      'limit-kashmir-provinces',
      'Limit of the administered territories',
      'province',
      ['hidden', 'settled', 'settled'],
      'The same line as India’s claim in the international view.',
      between(isIndianClaim),
    ),
    ...line(
      'limits-provinces',
      'Limits of provinces',
      'province',
      SETTLED,
      null,
      between((a, b) => a.province !== b.province && !isIndianClaim(a, b)),
    ),
    ...line(
      'limits-divisions',
      'Limits of divisions',
      'division',
      SETTLED,
      null,
      between((a, b) => a.province === b.province && a.division !== b.division),
    ),
    ...line(
      'limits-districts',
      'Limits of districts',
      'district',
      SETTLED,
      null,
      between((a, b) => a.division === b.division),
    ),
  ]
}

/** How a line of Natural Earth is drawn; null for lines that the district topology replaces. */
function viewsAbroad(
  sides: readonly string[],
  feature: string,
): { kind: Kind; views: Views; note: string | null } | null {
  const siachen = sides.includes('Siachen Glacier')
  if (sides.includes('Pakistan')) return null
  if (siachen && sides.includes('India'))
    return {
      kind: 'claim',
      views: ['disputed', 'disputed', 'hidden'],
      note: 'Pakistan’s straight continuation of the Line of Control from NJ9842 to the Karakoram Pass.',
    }
  if (siachen)
    return {
      kind: 'international',
      views: ['disputed', 'settled', 'settled'],
      note: 'Siachen is claimed by Pakistan and India, the ground north of it by India.',
    }
  if (feature.startsWith('Disputed'))
    return { kind: 'ceasefire', views: DISPUTED, note: 'Line of Actual Control between China and India.' }
  return { kind: 'international', views: SETTLED, note: null }
}

/** Claim lines by claimant. */
function viewsOfClaim(claimant: string): Views {
  if (claimant === 'Pakistani claim') return ['disputed', 'settled', 'hidden']
  return claimant === 'Chinese claim' ? ['disputed', 'hidden', 'settled'] : ['disputed', 'hidden', 'hidden']
}

/** Ends of foreign lines within 0.2° of a corner of Pakistan's border are led to it: the two sources differ by some kilometres. */
function ledToCorners(lines: Ring[], corners: readonly Position[]): Ring[] {
  const led = (point: Position | undefined): Position[] =>
    corners.filter((corner) => point && Math.hypot(corner[0] - point[0], corner[1] - point[1]) < 0.2).slice(0, 1)
  return lines.map((points) => [...led(points[0]), ...points, ...led(points.at(-1))])
}

/** China draws its claim round the pockets east of 78.3° E; at Aksai Chin the line of control is its border. */
function chineseView(views: Views, lon: number, isLineOfControl: boolean): Views {
  if (!isLineOfControl) return views
  return [views[0], views[1], lon < 78.3 ? 'settled' : 'hidden']
}

function abroad(inputs: Inputs, border: OuterBorder): BuiltFeature[] {
  const corners = (
    [
      'iranAndAfghanistan',
      'afghanistanAndChina',
      'transKarakoramAndSiachen',
      'nj9842',
      'workingBoundaryAndIndia',
    ] as const
  ).map(border.vertex)
  const found: BuiltFeature[] = []
  const text = (value: unknown): string => (typeof value === 'string' ? value : '')
  const numbered = (name: string): string => {
    const base = `ne-${slugOf(name)}`
    return `${base}-${1 + found.filter((other) => other.id.startsWith(`${base}-`)).length}`
  }
  for (const { geometry, properties } of inputs.geojson('upstream/natural-earth-10m/boundary-lines-land.geojson')
    .features) {
    const sides = [text(properties.adm0_left), text(properties.adm0_right)]
    const drawn = viewsAbroad(sides, text(properties.featurecla))
    if (!drawn || !geometry) continue
    const lines = ledToCorners(lineStringsOf(geometry), corners)
    const name = sides.toSorted().join(' – ')
    const views = chineseView(drawn.views, lines[0]?.[0]?.[0] ?? 0, drawn.kind === 'ceasefire')
    found.push(...line(numbered(name), name, drawn.kind, views, drawn.note, lines))
  }
  for (const { geometry, properties } of inputs.geojson('upstream/natural-earth-10m/boundary-lines-disputed.geojson')
    .features) {
    const ground = [text(properties.brk_name_l), text(properties.brk_name_r)].filter((part) => part !== '')
    // The edges of Azad Kashmir and the Northern Areas are drawn from the district topology.
    if (!geometry || text(properties.adm0_left) === 'Pakistan') continue
    const isNepal = ground.includes('Near Om Parvat')
    const claimant = isNepal ? 'Nepalese claim' : text(properties.name)
    const note = isNepal
      ? 'Administered by India, claimed by Nepal (the line data of the source say China, its area data Nepal).'
      : text(properties.note).replace(/^\(|\)$/g, '')
    found.push(
      ...line(
        numbered(claimant),
        `${claimant}: ${ground.join(', ')}`,
        'claim',
        viewsOfClaim(claimant),
        note,
        ledToCorners(lineStringsOf(geometry), corners),
      ),
    )
  }
  return found
}

export const groundBoundaries: DatasetBuilder = {
  produces: ['boundaries'],
  build(inputs) {
    const topology = districtTopology(inputs)
    const border = outerBorder(topology)
    const pakistan = [...pakistanBorder(border), ...rannOfKutch(inputs, border.vertex('indiaAndRann'))]
    const around = bordersAround()
    const world = [
      ...line(
        'world-borders',
        'Borders between other states',
        'international',
        SETTLED,
        'Natural Earth 1:50 million.',
        around.settled,
      ),
      ...line(
        'world-borders-disputed',
        'Borders in dispute between other states',
        'international',
        DISPUTED,
        'Natural Earth 1:50 million, as administered.',
        around.disputed,
      ),
    ]
    return new Map([['boundaries', [...pakistan, ...innerLimits(topology), ...abroad(inputs, border), ...world]]])
  },
}
