/** What can be drawn, in the order of the buttons; `select` changes what was drawn before. */
export const DRAW_MODES = ['point', 'linestring', 'circle', 'rectangle', 'polygon'] as const
export type DrawMode = (typeof DRAW_MODES)[number] | 'select'
