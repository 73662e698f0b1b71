/** Writes the OpenAPI document of the contract to a file (default `dist/openapi.json`), for those who generate clients. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { openApi } from '#server/http/openapi.ts'

const [path = 'dist/openapi.json'] = process.argv.slice(2)
mkdirSync(dirname(resolve(path)), { recursive: true })
writeFileSync(path, `${JSON.stringify(openApi(process.env.ORELINK_PUBLIC_URL ?? ''), null, 2)}\n`)
console.log(`wrote ${path}`)
