/**
 * `npm run dev [-- options of the server]`: the server restarts when its files change, the client is replaced in the open
 * page. Vite serves the page and passes everything else on to the server.
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { checkNode, installPackages, ROOT, withPlainErrors } from './set-up.mjs'

const args = process.argv.slice(2)
const portFlag = args.indexOf('--port')
const port = (portFlag >= 0 ? args[portFlag + 1] : undefined) ?? process.env.ORELINK_PORT ?? '4400'

await withPlainErrors(async () => {
  checkNode()
  installPackages()
  const children = [
    node('node_modules/tsx/dist/cli.mjs', 'watch', '--clear-screen=false', 'server/main.ts', ...args),
    node('node_modules/vite/bin/vite.js'),
  ]
  const stop = () => {
    for (const child of children) child.kill('SIGTERM')
  }
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop)
  for (const child of children) child.once('exit', stop)
})

function node(script, ...rest) {
  return spawn(process.execPath, [join(ROOT, script), ...rest], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ORELINK_DEV_SERVER: `http://127.0.0.1:${port}` },
  })
}
