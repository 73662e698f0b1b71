/** Boundaries are a stated view, chosen by the reader and printed on every map. */
export const BOUNDARY_VIEWS = ['international', 'pakistan', 'china'] as const
export type BoundaryView = (typeof BOUNDARY_VIEWS)[number]
