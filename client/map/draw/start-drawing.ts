/** The drawing tool (terra-draw) on the map, fetched only when something is drawn: one shape at a time, its corners editable. */
import type { MapLibreMap } from 'maplibre-gl'
import {
  type HexColor,
  type SnapToCustom,
  TerraDraw,
  TerraDrawCircleMode,
  TerraDrawLineStringMode,
  TerraDrawModeUndoRedo,
  TerraDrawPointMode,
  TerraDrawPolygonMode,
  TerraDrawRectangleMode,
  TerraDrawSelectMode,
  TerraDrawSessionUndoRedo,
  TerraDrawUndoRedoKeyboardShortcuts,
} from 'terra-draw'
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter'
import type { Geometry, Position } from '#geodata/contract/geo.ts'
import { Shape } from '#geodata/contract/place.ts'
import type { DrawMode } from './draw-modes.ts'

const SNAP_PX = 12
/** Layers whose points corners snap to. */
const SNAPS_TO = /\/(points|others|symbols)$/

export interface Drawing {
  undo(): void
  redo(): void
  /** Ends the tool and clears what it drew. */
  stop(): void
}

export interface DrawingOptions {
  map: MapLibreMap
  mode: DrawMode
  /** A shape to begin with, in mode `select`. */
  shape: Geometry | null
  colour: string
  /** A shape was finished or changed. `isDone`: nothing more is to be drawn. */
  onShape(shape: Geometry, isDone: boolean): void
  onHistory(canUndo: boolean, canRedo: boolean): void
}

export function startDrawing({ map, mode, shape, colour, onShape, onHistory }: DrawingOptions): Drawing {
  const draw = new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: 6 }),
    modes: modesOf(map, asHex(colour)),
    undoRedo: {
      modeLevel: new TerraDrawModeUndoRedo(),
      sessionLevel: new TerraDrawSessionUndoRedo(),
      keyboardShortcuts: new TerraDrawUndoRedoKeyboardShortcuts(),
    },
  })
  draw.start()
  // The tool hears keys on the map alone.
  map.getCanvas().focus()
  if (mode === 'select' && shape) beginWith(draw, shape)
  else draw.setMode(mode)
  const tell = (id: string | number): void => {
    const feature = draw.getSnapshotFeature(id)
    const parsed = Shape.safeParse(feature?.geometry)
    if (parsed.success) onShape(parsed.data, mode !== 'select')
  }
  draw.on('finish', tell)
  draw.on('history', () => onHistory(draw.canUndo(), draw.canRedo()))
  const replay = (isUndo: boolean): void => {
    if (isUndo) draw.undo()
    else draw.redo()
    map.getCanvas().focus()
    const [drawn] = draw.getSnapshot().filter(({ properties }) => properties.mode !== 'select')
    if (mode === 'select' && drawn?.id !== undefined) tell(drawn.id)
  }
  return {
    undo: () => replay(true),
    redo: () => replay(false),
    stop() {
      draw.clear()
      draw.stop()
    },
  }
}

function modesOf(map: MapLibreMap, colour: HexColor) {
  const snapping = { toCoordinate: true, toLine: true, toCustom: snapToMap(map) }
  const fill = { fillColor: colour, outlineColor: colour, fillOpacity: 0.15, outlineWidth: 2.5 }
  const corners = { midpoints: { draggable: true }, draggable: true, deletable: true, snappable: true }
  const editable = { feature: { draggable: true, coordinates: corners } }
  return [
    new TerraDrawPointMode({ styles: { pointColor: colour, pointWidth: 6 } }),
    new TerraDrawLineStringMode({ snapping, styles: { lineStringColor: colour, lineStringWidth: 2.5 } }),
    new TerraDrawCircleMode({ styles: fill, drawInteraction: 'click-move' }),
    new TerraDrawRectangleMode({ styles: fill, drawInteraction: 'click-move' }),
    new TerraDrawPolygonMode({ snapping, styles: fill }),
    new TerraDrawSelectMode({
      flags: { point: { feature: { draggable: true } }, linestring: editable, polygon: editable },
      styles: { selectedPolygonColor: colour, selectedPolygonOutlineColor: colour, selectedLineStringColor: colour },
    }),
  ]
}

/** The nearest point of the map's own (a deposit, a port …) under the pointer. */
function snapToMap(map: MapLibreMap): SnapToCustom {
  return (event) => {
    const { containerX: x, containerY: y } = event
    const layers = map.getLayersOrder().filter((id) => SNAPS_TO.test(id))
    const around: [[number, number], [number, number]] = [
      [x - SNAP_PX, y - SNAP_PX],
      [x + SNAP_PX, y + SNAP_PX],
    ]
    for (const { geometry } of map.queryRenderedFeatures(around, { layers }))
      if (geometry.type === 'Point') return [geometry.coordinates[0] ?? 0, geometry.coordinates[1] ?? 0]
    return undefined
  }
}

/** Only single shapes can be edited; of several parts the tool knows nothing. */
function beginWith(draw: TerraDraw, shape: Geometry): void {
  const mode = { Point: 'point', LineString: 'linestring', Polygon: 'polygon' }[String(shape.type)]
  const id = draw.getFeatureId()
  if (mode === undefined) return
  const coordinates: Position | readonly unknown[] = shape.coordinates
  const geometry = { type: shape.type, coordinates } as Parameters<TerraDraw['addFeatures']>[0][number]['geometry']
  draw.addFeatures([{ id, type: 'Feature', geometry, properties: { mode } }])
  draw.setMode('select')
  draw.selectFeature(id)
}

function asHex(colour: string): HexColor {
  const match = /^#([0-9a-f]{6})/i.exec(colour)
  return `#${match?.[1] ?? '0b6e6e'}`
}
