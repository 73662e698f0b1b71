/** Corridors and what carries them: alignments by colour, sections by status, roads, railways, planned links and sea lanes. */
import type { ExpressionSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import { byZoom, match } from '../expressions.ts'
import type { LayerDefinition, StyleContext } from '../layer-definition.ts'
import { casedLine, lineNumbers, lineSwatch, railTicks, STATUS_DASH, statusLegend } from '../lines.ts'
import type { CorridorGroup } from '../palette.ts'

const corridorColour = ({ palette }: StyleContext) => match('corridorGroup', palette.corridor, palette.corridor.other)
const isKind = (...kinds: string[]): ExpressionSpecification => ['in', ['get', 'kind'], ['literal', kinds]]
const GROUPS: readonly CorridorGroup[] = ['western', 'central', 'eastern', 'kkh', 'rail', 'other']

/** Alignments that share a road lie side by side: each group has its lane, so that none hides another. */
const LANE: Readonly<Partial<Record<CorridorGroup, number>>> = { western: -1, central: 0, eastern: 1 }

const SCHEMATIC: ExpressionSpecification = ['==', ['get', 'quality'], 'schematic']

/** One lane; a layer each for traced and schematic ground, since a constant colour, lane and paleness share one shader. */
function alignmentLayers(context: StyleContext, group: CorridorGroup): LayerSpecification[] {
  const lane = LANE[group] ?? 0
  const isOf: ExpressionSpecification = ['all', isKind('alignment'), ['==', ['get', 'corridorGroup'], group]]
  const line = (part: string, isHere: ExpressionSpecification, opacity: number): LayerSpecification[] =>
    casedLine(context, {
      id: `corridors/alignment-${group}-${part}`,
      source: 'corridors',
      colour: context.palette.corridor[group],
      widths: [2.2, 4, 6.5],
      filter: ['all', isOf, isHere],
      opacity,
      isMapped: true,
    }).map((layer) =>
      layer.type === 'line'
        ? { ...layer, paint: { ...layer.paint, 'line-offset': byZoom(4, 2.4 * lane, 8, 4.2 * lane, 14, 7 * lane) } }
        : layer,
    )
  return [...line('traced', ['!', SCHEMATIC], 0.55), ...line('schematic', SCHEMATIC, 0.34)]
}

/** Every casing lies below every line: no lane cuts into its neighbour. */
function casingsFirst(a: LayerSpecification, b: LayerSpecification): number {
  return Number(b.id.endsWith('-casing')) - Number(a.id.endsWith('-casing'))
}

export const corridors: LayerDefinition = {
  id: 'corridors',
  group: 'corridors',
  titleKey: 'layer.corridors',
  datasets: ['corridors'],
  defaultOn: true,
  slot: 'below-labels',
  pick: 'line',
  build: (context) => {
    const colour = corridorColour(context)
    // An alignment is in part open, in part not: it is a band of its colour, and its sections on it say what is open.
    const alignments = GROUPS.flatMap((group) => alignmentLayers(context, group))
    const sections = casedLine(context, {
      id: 'corridors/sections',
      source: 'corridors',
      colour,
      widths: [1.3, 2.1, 3.6],
      filter: isKind('section', 'access', 'main line'),
      dash: 'by-status',
    })
    const rail = railTicks({
      id: 'corridors/rail',
      source: 'corridors',
      colour: context.palette.corridor.rail,
      filter: ['==', ['get', 'mode'], 'rail'],
      widths: [1.2, 2.2, 4],
      minZoom: 5,
    })
    return [...alignments.toSorted(casingsFirst), ...sections, rail]
  },
  legend: (context) => [
    ...GROUPS.map((group) => ({
      labelKey: `legend.corridor.${group}`,
      symbol: lineSwatch(context, context.palette.corridor[group], { casing: true }),
    })),
    ...statusLegend(context, context.palette.corridor.western, ['operational', 'under_construction', 'planned'], true),
  ],
}

export const corridorSections: LayerDefinition = {
  id: 'corridor-sections',
  group: 'corridors',
  titleKey: 'layer.corridor-sections',
  datasets: ['corridor-sections'],
  defaultOn: false,
  slot: 'below-labels',
  pick: 'line',
  build: (context) => [
    ...casedLine(context, {
      id: 'corridor-sections/line',
      source: 'corridor-sections',
      colour: context.palette.accent,
      widths: [1.4, 2.6, 4.5],
      dash: 'by-status',
    }),
    lineNumbers(context, { id: 'corridor-sections/numbers', source: 'corridor-sections', minZoom: 7 }),
  ],
  legend: (context) =>
    statusLegend(context, context.palette.accent, ['operational', 'under_construction', 'planned'], true),
}

const ROAD_CLASSES = ['motorway', 'trunk', 'primary', 'secondary', 'tertiary'] as const

export const roads: LayerDefinition = {
  id: 'roads',
  group: 'corridors',
  titleKey: 'layer.roads',
  datasets: ['roads'],
  defaultOn: true,
  slot: 'below-labels',
  pick: 'line',
  build: (context) => {
    const { road } = context.palette
    const ofClass = (...classes: string[]): ExpressionSpecification => ['in', ['get', 'class'], ['literal', classes]]
    const building: ExpressionSpecification = ['==', ['get', 'isConstruction'], true]
    const line = (id: string, colour: string, widths: [number, number, number], classes: string[]) => [
      ...casedLine(context, {
        id: `roads/${id}`,
        source: 'roads',
        colour,
        widths,
        casing: id !== 'minor',
        isMapped: true,
        filter: ['all', ofClass(...classes), ['!', building]],
      }),
    ]
    return [
      ...line('minor', road.minor, [0.3, 0.5, 1.8], ['secondary', 'tertiary']),
      ...line('primary', road.minor, [0.4, 0.9, 3], ['primary']),
      ...line('trunk', road.trunk, [0.5, 1.3, 4], ['trunk']),
      ...line('motorway', road.motorway, [0.7, 1.7, 5], ['motorway']),
      ...casedLine(context, {
        id: 'roads/construction',
        source: 'roads',
        colour: road.trunk,
        widths: [0.5, 1.3, 4],
        casing: false,
        isMapped: true,
        filter: building,
        dash: STATUS_DASH.under_construction ?? [],
      }),
      lineNumbers(context, {
        id: 'roads/numbers',
        source: 'roads',
        minZoom: 7,
        filter: ['all', ['has', 'ref'], ofClass('motorway', 'trunk')],
      }),
    ]
  },
  legend: (context) => {
    const { road } = context.palette
    const colours = [road.motorway, road.trunk, road.minor, road.minor, road.minor]
    const widths = [4, 3, 2.4, 1.5, 1]
    return [
      ...ROAD_CLASSES.map((name, index) => ({
        labelKey: `legend.road.${name}`,
        symbol: lineSwatch(context, colours[index] ?? road.minor, { widthPx: widths[index] ?? 1 }),
      })),
      {
        labelKey: 'works.under_construction',
        symbol: lineSwatch(context, road.trunk, { dash: STATUS_DASH.under_construction }),
      },
    ]
  },
}

export const railways: LayerDefinition = {
  id: 'railways',
  group: 'corridors',
  titleKey: 'layer.railways',
  datasets: ['railways'],
  defaultOn: true,
  slot: 'below-labels',
  pick: 'line',
  build: (context) => {
    const { rail } = context.palette
    const running: ExpressionSpecification = ['all', ['==', ['get', 'class'], 'rail'], ['!', ['has', 'service']]]
    const gone: ExpressionSpecification = ['in', ['get', 'class'], ['literal', ['disused', 'abandoned']]]
    const rest: ExpressionSpecification = ['all', ['!', running], ['!', gone]]
    const line = { source: 'railways', colour: rail, casing: false, isMapped: true }
    return [
      ...casedLine(context, {
        ...line,
        id: 'railways/gone',
        widths: [0.4, 0.8, 1.4],
        filter: gone,
        dash: STATUS_DASH.closed ?? [],
      }),
      ...casedLine(context, { ...line, id: 'railways/minor', widths: [0.3, 0.7, 1.2], filter: rest }),
      ...casedLine(context, { ...line, id: 'railways/running', widths: [0.6, 1.1, 2], filter: running }),
      railTicks({ id: 'railways/running', source: 'railways', colour: rail, filter: running, widths: [0.6, 1.1, 2] }),
    ]
  },
  legend: (context) => [
    { labelKey: 'legend.rail.running', symbol: lineSwatch(context, context.palette.rail, { widthPx: 2 }) },
    { labelKey: 'legend.rail.minor', symbol: lineSwatch(context, context.palette.rail, { widthPx: 1 }) },
    {
      labelKey: 'legend.rail.gone',
      symbol: lineSwatch(context, context.palette.rail, { widthPx: 1.5, dash: STATUS_DASH.closed, isPale: true }),
    },
  ],
}

/** The network for reckoning: published segments with their numbers; drawn over roads and railways where one asks for it. */
function network(id: 'network-roads' | 'network-railways', tone: 'motorway' | 'rail'): LayerDefinition {
  const colourOf = ({ palette }: StyleContext) => (tone === 'rail' ? palette.rail : palette.road.motorway)
  return {
    id,
    group: 'corridors',
    titleKey: `layer.${id}`,
    datasets: [id],
    defaultOn: false,
    slot: 'below-labels',
    pick: 'line',
    build: (context) => {
      const line = { id: `${id}/line`, source: id, colour: colourOf(context), widths: [1, 1.8, 3.4] as const }
      const lines = casedLine(context, { ...line, dash: 'by-status' })
      const numbers = lineNumbers(context, { id: `${id}/numbers`, source: id, minZoom: 6 })
      return tone === 'rail' ? [...lines, railTicks(line), numbers] : [...lines, numbers]
    },
    legend: (context) =>
      statusLegend(
        context,
        colourOf(context),
        ['operational', 'under_construction', 'planned', 'stalled', 'closed'],
        true,
      ),
  }
}
export const networkRoads = network('network-roads', 'motorway')
export const networkRailways = network('network-railways', 'rail')

export const mineTracks: LayerDefinition = {
  id: 'mine-tracks',
  group: 'corridors',
  titleKey: 'layer.mine-tracks',
  datasets: ['mine-tracks'],
  defaultOn: false,
  slot: 'below-labels',
  pick: 'line',
  build: (context) =>
    casedLine(context, {
      id: 'mine-tracks/line',
      source: 'mine-tracks',
      colour: context.palette.mine,
      widths: [0.4, 0.7, 1.6],
      casing: false,
      dash: [4, 1.5],
      minZoom: 9,
    }),
  legend: (context) => [
    {
      labelKey: 'legend.mine-tracks',
      symbol: lineSwatch(context, context.palette.mine, { widthPx: 1.5, dash: [4, 1.5] }),
    },
  ],
}

export const seaLanes: LayerDefinition = {
  id: 'sea-lanes',
  group: 'ports-and-borders',
  titleKey: 'layer.sea-lanes',
  datasets: ['sea-lanes'],
  defaultOn: false,
  slot: 'below-labels',
  pick: 'line',
  build: (context) =>
    casedLine(context, {
      id: 'sea-lanes/line',
      source: 'sea-lanes',
      colour: context.palette.seaLane,
      widths: [1.2, 1.8, 2.6],
      casing: false,
      dash: [7, 4],
    }),
  legend: (context) => [
    {
      labelKey: 'legend.sea-lanes',
      symbol: lineSwatch(context, context.palette.seaLane, { widthPx: 2, dash: [7, 4], isPale: true }),
    },
  ],
}
