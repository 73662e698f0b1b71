/** Outlines of the overlay symbols on a grid of 16 × 16, as SVG path data; closed shapes, read at 14 px. */
import type { MarkerShape } from '#geodata/style/image-id.ts'

export const SHAPE_PATHS: Readonly<Record<MarkerShape, string>> = {
  circle: 'M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13z',
  square: 'M2 2h12v12H2z',
  diamond: 'M8 .8L15.2 8L8 15.2L.8 8z',
  triangle: 'M8 1.5L15 14H1z',
  anchor:
    'M8 .8a2.2 2.2 0 0 1 .9 4.2v1h2.6v1.8H8.9v4.9c1.9-.3 3.2-1.5 3.6-3.2l-1.3.5l1.9-3.3l1.9 3.2l-1.1-.1c-.5 3-2.9 5-5.9 5.4c-3-.4-5.4-2.4-5.9-5.4l-1.1.1l1.9-3.2l1.9 3.3l-1.3-.5c.4 1.7 1.7 2.9 3.6 3.2V7.8H4.5V6h2.6V5A2.2 2.2 0 0 1 8 .8z',
  crate: 'M1.5 3.5h13v9h-13z',
  gate: 'M1.5 14.5V7.5a6.5 6.5 0 0 1 13 0v7h-4V8a2.5 2.5 0 0 0-5 0v6.5z',
  plane: 'M7 1.5a1 1 0 0 1 2 0V6l6 3.5v1.7L9 9.5v3.3l1.8 1.3v1.2L8 14.6l-2.8.7v-1.2L7 12.8V9.5l-6 1.7V9.5L7 6z',
  factory: 'M1.5 14.5V6.5l4 2.6V6.5l4 2.6V1.5h3.5l1.5 13z',
  furnace: 'M5 1.5h6l-.8 4l2.8 5.5l-1 3.5H4l-1-3.5l2.8-5.5z',
  bolt: 'M9.5 .8L3 9h4l-1.2 6.2L13 6.5H8.6z',
  pylon:
    'M7.2 .8h1.6l1 3H13v1.6H9.9l.4 1.6H14v1.6h-3.4l1.9 6.6h-1.9L8 10.5l-2.6 4.7H3.5l1.9-6.6H2V7h3.7l.4-1.6H3V3.8h3.2z',
  flame: 'M8.5 .8c.3 3 4.5 4.5 4.5 8.7a5 5 0 0 1-10 0c0-2.2 1.3-3.5 2-4.7c.6 1 1.2 1.3 1.7 1.4C6.5 4 7.2 2.2 8.5 .8z',
  drop: 'M8 .8c2 3.2 5 6 5 9.3a5 5 0 0 1-10 0C3 6.8 6 4 8 .8z',
  wave: 'M1 3h14v2.5H1zM2 6.5h12l-1.8 7.5H3.8z',
  cross: 'M5.8 1.5h4.4v4.3h4.3v4.4h-4.3v4.3H5.8v-4.3H1.5V5.8h4.3z',
  book: 'M8 2L15.5 5.5L8 9L.5 5.5zM3.5 8.5L8 10.6l4.5-2.1v3.3C11.5 13.2 9.9 14 8 14s-3.5-.8-4.5-2.2z',
  star: 'M8 .8l2.2 4.7l5.1.6l-3.8 3.5l1 5.1L8 12.2l-4.5 2.5l1-5.1L.7 6.1l5.1-.6z',
  pick: 'M2 5.5C4.5 2 11.5 2 14 5.5c-1.7-1-3.3-1.5-4.8-1.6V15H6.8V3.9C5.3 4 3.7 4.5 2 5.5z',
  barrier: 'M1 4h14v4.5H1zM3 9.5h2V14H3zM11 9.5h2V14h-2z',
  tree: 'M8 .8l4.5 6h-2.2l3.2 4.7H9.2v3.7H6.8v-3.7H2.5L5.7 6.8H3.5z',
}
