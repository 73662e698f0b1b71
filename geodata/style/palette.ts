/**
 * Every colour of the map, by flavour. The seven commodity groups were searched for so that each pair stays apart in
 * normal, protan, deutan and tritan sight; tests/unit/geodata/style/palette.test.ts holds them to it.
 */
import type { CommodityGroup } from '#geodata/contract/commodity.ts'

export const FLAVOURS = ['light', 'dark', 'print'] as const
export type Flavour = (typeof FLAVOURS)[number]

export type CorridorGroup = 'western' | 'central' | 'eastern' | 'kkh' | 'rail' | 'other'

export interface GroupColour {
  fill: string
  /** Colour of the letters on the fill. */
  glyph: string
}

/** Fills of the deposit symbols; the same in every flavour, held by a ring in the opposite tone. */
export const GROUP_COLOURS: Readonly<Record<CommodityGroup, GroupColour>> = {
  'base-metals': { fill: '#e7691d', glyph: '#1b0f06' },
  'precious-metals': { fill: '#fffd40', glyph: '#2a2503' },
  'iron-and-ferroalloys': { fill: '#952d1e', glyph: '#ffffff' },
  'energy-minerals': { fill: '#171925', glyph: '#ffffff' },
  'chemical-and-fertiliser': { fill: '#1a4aab', glyph: '#ffffff' },
  'stone-and-clay': { fill: '#9fd3b8', glyph: '#0d211a' },
  'gems-and-rare-earths': { fill: '#ab81e1', glyph: '#1d0a33' },
}

export interface Palette {
  sea: string
  /** Tints laid over the sea from 200 m down, shallow to deep. */
  depth: readonly [string, string, string]
  land: string
  /** Land outside Pakistan and its disputed areas, a shade quieter. */
  foreignLand: string
  reliefShadow: string
  reliefHighlight: string
  reliefExaggeration: number
  water: string
  waterLine: string
  glacier: string
  builtUp: string
  provinceEdge: string
  districtEdge: string
  boundary: string
  boundaryDisputed: string
  label: string
  labelQuiet: string
  labelWater: string
  labelProvince: string
  halo: string
  /** Ring round deposit symbols: the opposite tone of what lies below. */
  ring: string
  ringInk: string
  accent: string
  corridor: Readonly<Record<CorridorGroup, string>>
  road: Readonly<Record<'motorway' | 'trunk' | 'minor' | 'casing', string>>
  rail: string
  seaLane: string
  port: string
  border: string
  airport: string
  zone: string
  plant: string
  steel: string
  power: string
  grid: string
  gridDc: string
  gas: string
  oil: string
  coal: string
  project: string
  industrial: string
  mine: string
  protected: string
  dam: string
  closure: string
  quake: string
  care: string
  belt: string
  fault: string
  /** Low to high, five classes, one hue each. */
  peopleRamp: readonly [string, string, string, string, string]
  literacyRamp: readonly [string, string, string, string, string]
  seismicRamp: readonly [string, string, string, string, string]
  noData: string
}

const light: Palette = {
  sea: '#cfdfe7',
  depth: ['#c5d8e2', '#b9cfdb', '#aec6d4'],
  land: '#f4f1ea',
  foreignLand: '#ebe8e1',
  reliefShadow: '#4a4437',
  reliefHighlight: '#ffffff',
  reliefExaggeration: 0.22,
  water: '#cfdfe7',
  waterLine: '#9fc0d0',
  glacier: '#e9f2f6',
  builtUp: '#e2dcd3',
  provinceEdge: '#9b8fa6',
  districtEdge: '#d3ccd6',
  boundary: '#6f6780',
  boundaryDisputed: '#8b5f7d',
  label: '#3b4250',
  labelQuiet: '#656a76',
  labelWater: '#3f6f88',
  labelProvince: '#7a6c88',
  halo: '#ffffffcc',
  ring: '#ffffff',
  ringInk: '#1b2230',
  accent: '#0b6e6e',
  corridor: {
    western: '#b4531f',
    central: '#7f62b2',
    eastern: '#228068',
    kkh: '#274868',
    rail: '#3a3f49',
    other: '#8a5a1a',
  },
  road: { motorway: '#a0785a', trunk: '#b89a80', minor: '#c9bdae', casing: '#fbf9f4' },
  rail: '#5a5f69',
  seaLane: '#3f7fa3',
  port: '#0e5a8a',
  border: '#7c3a5c',
  airport: '#4c5a75',
  zone: '#5b4bb0',
  plant: '#8c4a1f',
  steel: '#5d6470',
  power: '#a86a00',
  grid: '#b07a1a',
  gridDc: '#b0341a',
  gas: '#3f7a4b',
  oil: '#4f5d2f',
  coal: '#2c2f36',
  project: '#b5283c',
  industrial: '#8d7aa8',
  mine: '#7a4a2a',
  protected: '#3d7d3f',
  dam: '#2c6f9b',
  closure: '#c0392b',
  quake: '#9b2d5e',
  care: '#b23a6f',
  belt: '#8a6d3b',
  fault: '#7d3b3b',
  peopleRamp: ['#f3e6d3', '#e3bf94', '#cd9560', '#a86a37', '#744119'],
  literacyRamp: ['#e3ecf3', '#b6cfe0', '#82acc9', '#4f86ad', '#245c85'],
  seismicRamp: ['#f6ecdf', '#f0cfae', '#e4a983', '#ce7a5f', '#a94a43'],
  noData: '#9a9aa2',
}

const dark: Palette = {
  ...light,
  sea: '#0e151e',
  depth: ['#0c121a', '#0a0f16', '#080c12'],
  land: '#1a212b',
  foreignLand: '#161c25',
  reliefShadow: '#05080c',
  reliefHighlight: '#51627a',
  reliefExaggeration: 0.3,
  water: '#0e151e',
  waterLine: '#2a4256',
  glacier: '#26323f',
  builtUp: '#252d39',
  provinceEdge: '#6b6380',
  districtEdge: '#333a47',
  boundary: '#8d86a3',
  boundaryDisputed: '#b07c9f',
  label: '#c7d0da',
  labelQuiet: '#8f9aa8',
  labelWater: '#6f9ab3',
  labelProvince: '#a79bbd',
  halo: '#0e151ecc',
  ring: '#f2f5f8',
  ringInk: '#0b1017',
  accent: '#4cc9c0',
  corridor: {
    western: '#f28747',
    central: '#c6acf5',
    eastern: '#52ca9e',
    kkh: '#4c7fde',
    rail: '#b9c0cc',
    other: '#d9a85c',
  },
  road: { motorway: '#8a6d58', trunk: '#66574c', minor: '#474641', casing: '#10161e' },
  rail: '#8d95a3',
  seaLane: '#5fa0c4',
  port: '#58b0e3',
  border: '#d987b1',
  airport: '#9fb0cf',
  zone: '#a99bf0',
  plant: '#d99a6a',
  steel: '#a7afbc',
  power: '#f0b23c',
  grid: '#cf9a3c',
  gridDc: '#f0795c',
  gas: '#74b983',
  oil: '#a3b574',
  coal: '#c9cdd6',
  project: '#f0697b',
  industrial: '#a896c4',
  mine: '#c78f68',
  protected: '#74b877',
  dam: '#6fb0da',
  closure: '#f0695c',
  quake: '#e07fac',
  care: '#e889b4',
  belt: '#c9a96a',
  fault: '#cf8080',
  peopleRamp: ['#2b2620', '#54402a', '#855f38', '#b98850', '#f0c48c'],
  literacyRamp: ['#1d2732', '#2b475d', '#3d6b8c', '#5c95bb', '#9acbe8'],
  seismicRamp: ['#2b2522', '#55372c', '#844c3a', '#b86a53', '#f0a085'],
  noData: '#70747e',
}

const print: Palette = {
  ...light,
  sea: '#ffffff',
  depth: ['#fbfcfd', '#f6f9fb', '#f1f6f9'],
  land: '#ffffff',
  foreignLand: '#f7f7f7',
  reliefExaggeration: 0.14,
  water: '#eef5f9',
  waterLine: '#7fa8bd',
  glacier: '#f2f7fa',
  builtUp: '#ececec',
  provinceEdge: '#555555',
  districtEdge: '#bbbbbb',
  boundary: '#333333',
  boundaryDisputed: '#333333',
  label: '#111111',
  labelQuiet: '#444444',
  labelWater: '#2f5f78',
  labelProvince: '#444444',
  halo: '#ffffff',
  road: { motorway: '#8a6444', trunk: '#a08468', minor: '#bbb0a4', casing: '#ffffff' },
}

export const PALETTES: Readonly<Record<Flavour, Palette>> = { light, dark, print }
