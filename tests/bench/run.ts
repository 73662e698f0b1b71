/** `npm run bench [-- section …]`: all sections write tests/bench/README.md; some renew their part of it. Exit code 1 where a limit is missed. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildClient, installBrowser } from '#scripts/set-up.mjs'
import { prepareTemplate, ROOT } from '#tests/e2e/atlas-server.ts'
import { ask } from './ask.ts'
import { client } from './client.ts'
import { coldTiles } from './cold-tiles.ts'
import type { Section } from './measure.ts'
import { markdown, renewed, sectionText } from './report.ts'
import { routing } from './routing.ts'
import { routingTasks } from './routing-tasks.ts'
import { scale } from './scale.ts'
import { storedTiles } from './stored-tiles.ts'
import { tilesBesideRouting } from './tiles-beside-routing.ts'

const SECTIONS: Readonly<Record<string, () => Promise<Section>>> = {
  'stored-tiles': storedTiles,
  'cold-tiles': coldTiles,
  routing,
  'routing-tasks': routingTasks,
  'tiles-beside-routing': tilesBesideRouting,
  ask: () => ask(null),
  'ask-100k': () => ask(100_000),
  'ask-million': () => ask(1_000_000),
  scale: () => scale([100_000, 1_000_000]),
  client,
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !SECTIONS[name])
if (unknown.length > 0)
  throw new Error(`no section ${unknown.join(', ')}; there are ${Object.keys(SECTIONS).join(', ')}`)

const needsClient = asked.length === 0 || asked.includes('client')
if (needsClient) {
  buildClient()
  process.env.ORELINK_CHROMIUM = installBrowser()
}
await prepareTemplate()
const measured: Section[] = []
for (const [name, measure] of Object.entries(SECTIONS)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  console.log(`measuring ${name} …`)
  const section = await measure()
  console.log(`\n${sectionText(section)}`)
  measured.push(section)
}
const date = new Date().toISOString().slice(0, 10)
const README = join(ROOT, 'tests/bench/README.md')
const text = asked.length === 0 ? markdown(measured, date) : renewed(readFileSync(README, 'utf8'), measured)
writeFileSync(README, text)
if (measured.some(({ checks }) => checks.some(({ isKept }) => !isKept))) process.exitCode = 1
