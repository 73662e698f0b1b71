/** Where a road, line, pipeline or plant stands between plan and scrap: one vocabulary for all of them. */
import * as z from 'zod'

export const WorksStatus = z.enum(['operational', 'under_construction', 'planned', 'stalled', 'closed'])
export type WorksStatus = z.output<typeof WorksStatus>
