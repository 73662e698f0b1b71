/** `npm run interop`: GDAL, OWSLib and QGIS read the atlas. Installs them first where it may; what cannot be had is skipped aloud. */
import { join } from 'node:path'
import { checkNode, installInteropTools, installPackages, ROOT, run, withPlainErrors } from './set-up.mjs'

await withPlainErrors(async () => {
  checkNode()
  installPackages()
  installInteropTools()
  if (!run(process.execPath, [join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'interop']))
    process.exitCode = 1
})
