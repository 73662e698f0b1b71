/** What a routing thread runs first: Node reads TypeScript only through tsx, which a thread must register for itself. */
import { register } from 'tsx/esm/api'

register()
await import('./worker.ts')
