/** Before the first journey: the database that every server of the journeys starts from. */
import { prepareTemplate } from './atlas-server.ts'

export async function setup(): Promise<void> {
  await prepareTemplate()
}
