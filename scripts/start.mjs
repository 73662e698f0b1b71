/**
 * `npm start [-- options]`: from a fresh clone to a served atlas. Installs and builds what is missing or stale, then runs
 * the server in this very process, so that signals reach it without a detour. The server brings its database up to date.
 */
import { buildClient, checkNode, hasAllPackages, installPackages, withPlainErrors } from './set-up.mjs'

const args = process.argv.slice(2)
const asksForHelp = args.some((arg) => arg === '--help' || arg === '-h')
const bringsOwnClient = args.some((arg) => arg.startsWith('--client')) || process.env.ORELINK_CLIENT !== undefined

await withPlainErrors(async () => {
  checkNode()
  if (!asksForHelp || !hasAllPackages()) installPackages()
  if (!asksForHelp && !bringsOwnClient) buildClient()
  const { register } = await import('tsx/esm/api')
  register()
  await import('../server/main.ts')
})
