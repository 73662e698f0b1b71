/** Which methods an address answers: POST where the contract carries its question in a body, reading methods elsewhere. */
import { endpoints } from '#geodata/contract/endpoints.ts'

const ASKED_BY_POST: ReadonlySet<string> = new Set(
  Object.values(endpoints).flatMap(({ method, path }) => (method === 'POST' ? [path] : [])),
)

/** `url` as requested, its query included. */
export function methodsAt(url: string): readonly string[] {
  return ASKED_BY_POST.has(url.replace(/(\.(geojson|xlsx))?(\?.*)?$/s, ''))
    ? ['POST', 'OPTIONS']
    : ['GET', 'HEAD', 'OPTIONS']
}
