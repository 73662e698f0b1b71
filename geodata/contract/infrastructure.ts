/** What lies nearest to one deposit, over every kind that the overlay joins deposits to. */
import * as z from 'zod'
import { Neighbour, Slug } from './feature-ref.ts'
import { OverlayKind } from './questions.ts'

export const depositInfrastructure = {
  method: 'GET' as const,
  path: '/api/deposits/:id/infrastructure',
  summary:
    'The nearest port, railway, highway, grid, border, settlement, river and protected area of one deposit, straight lines',
  params: z.strictObject({ id: Slug }),
  query: z.strictObject({}),
  output: z.object({
    id: z.string(),
    /** null where the atlas holds no such feature. */
    nearest: z.record(OverlayKind, Neighbour.nullable()),
  }),
  example: { params: { id: 'saindak' }, query: {} },
}
