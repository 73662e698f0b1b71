/**
 * Names of the images that the client draws on demand. The name holds all that the drawing needs, so that a style
 * expression can compose it and the legend can show the very same picture. Text and plain objects only.
 */
import type { ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec'
import { type CommodityGroup, CommodityGroup as CommodityGroups } from '#geodata/contract/commodity.ts'
import type { Flavour } from './palette.ts'

/** The order of the shares in a cluster's name, and of the arcs of its donut. */
export const GROUP_ORDER: readonly CommodityGroup[] = CommodityGroups.options

export const MARKER_SHAPES = [
  'circle',
  'square',
  'diamond',
  'triangle',
  'anchor',
  'crate',
  'gate',
  'plane',
  'factory',
  'furnace',
  'bolt',
  'pylon',
  'flame',
  'drop',
  'wave',
  'cross',
  'book',
  'star',
  'pick',
  'barrier',
  'tree',
] as const
export type MarkerShape = (typeof MARKER_SHAPES)[number]

/** How far along a plant or project is, told by the filling: full, half, hollow, hollow and struck through. */
export const MARKER_FORMS = ['full', 'half', 'hollow', 'struck'] as const
export type MarkerForm = (typeof MARKER_FORMS)[number]

export const HATCHES = ['diagonal', 'dots', 'cross'] as const
export type Hatch = (typeof HATCHES)[number]

export type ImageName =
  | { kind: 'deposit'; flavour: Flavour; commodity: string; status: string; quality: string; importance: number }
  | { kind: 'cluster'; flavour: Flavour; sizeStep: number; shares: readonly number[] }
  | { kind: 'marker'; shape: MarkerShape; form: MarkerForm; colour: string; ring: string; sizePx: number }
  | { kind: 'hatch'; hatch: Hatch; colour: string }
  | { kind: 'hatched-disc'; colour: string }

export function depositImage(flavour: Flavour, commodity: string, status: string, quality: string, importance: number) {
  return ['deposit', flavour, commodity, status, quality, importance].join('|')
}

export function depositImageExpression(flavour: Flavour): ExpressionSpecification {
  const parts = ['commodity', 'status', 'quality'].map((key): ExpressionSpecification => ['get', key])
  const [commodity, status, quality] = parts
  if (!commodity || !status || !quality) throw new Error('unreachable: three keys')
  return ['concat', `deposit|${flavour}|`, commodity, '|', status, '|', quality, '|', ['get', 'importance']]
}

export function markerImage(shape: MarkerShape, form: MarkerForm, colour: string, ring: string, sizePx: number) {
  return ['marker', shape, form, colour, ring, sizePx].join('|')
}

export function hatchImage(hatch: Hatch, colour: string) {
  return ['hatch', hatch, colour].join('|')
}

export function hatchedDiscImage(colour: string) {
  return ['hatched-disc', colour].join('|')
}

/** Arcs of a donut are rounded to eighths, so that the number of pictures stays small. */
export const SHARE_STEPS = 8

export function clusterImageExpression(flavour: Flavour): ExpressionSpecification {
  const share = (index: number): ExpressionSpecification => [
    'to-string',
    ['round', ['/', ['*', SHARE_STEPS, ['get', `g${index}`]], ['get', 'point_count']]],
  ]
  const shares = GROUP_ORDER.map((_, index) => share(index))
  const joined = shares.flatMap((one, index) => (index === 0 ? [one] : [',', one]))
  const sizeStep: ExpressionSpecification = ['step', ['get', 'point_count'], '0', 10, '1', 50, '2', 500, '3']
  return ['concat', `cluster|${flavour}|`, sizeStep, '|', ...joined]
}

function oneOf<T extends string>(options: readonly T[], text: string | undefined): T | undefined {
  return options.find((option) => option === text)
}

/** Reads a name back; undefined for anything that is not one of ours. */
export function parseImageName(id: string): ImageName | undefined {
  const [kind, a, b, c, d, e] = id.split('|')
  switch (kind) {
    case 'deposit': {
      const flavour = oneOf(['light', 'dark', 'print'], a)
      if (!flavour || !b || !c || !d || !e) return undefined
      return { kind, flavour, commodity: b, status: c, quality: d, importance: Number(e) }
    }
    case 'cluster': {
      const flavour = oneOf(['light', 'dark', 'print'], a)
      if (!flavour || !b || !c) return undefined
      return { kind, flavour, sizeStep: Number(b), shares: c.split(',').map(Number) }
    }
    case 'marker': {
      const shape = oneOf(MARKER_SHAPES, a)
      const form = oneOf(MARKER_FORMS, b)
      if (!shape || !form || !c || !d || !e) return undefined
      return { kind, shape, form, colour: c, ring: d, sizePx: Number(e) }
    }
    case 'hatch': {
      const hatch = oneOf(HATCHES, a)
      return hatch && b ? { kind, hatch, colour: b } : undefined
    }
    case 'hatched-disc':
      return a ? { kind, colour: a } : undefined
    default:
      return undefined
  }
}
