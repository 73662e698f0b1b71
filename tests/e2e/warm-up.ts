/** The first question about the network reads all of it, which a loaded machine may not manage within a question's time. */
import { setTimeout as pause } from 'node:timers/promises'

/** Resolves once routes are answered at once; throws after two minutes. Both threads are woken: single routes and tables. */
export async function routingReady(address: string): Promise<void> {
  const questions = [
    '/api/routes?from=deposits/thar&to=ports/karachi',
    '/api/matrix?from=deposits/thar&to=ports/karachi',
  ]
  const deadline = performance.now() + 120_000
  for (const question of questions)
    while (!(await fetch(`${address}${question}`)).ok) {
      if (performance.now() > deadline) throw new Error(`${question} was not answered within two minutes`)
      await pause(200)
    }
}
