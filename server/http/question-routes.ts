/** Which endpoint of the contract an address asks: looked up by its path, or by its pattern where that has parameters. */
import { ANSWER_FILES, ANSWER_FORMATS, type AnswerFormat, answerFilePath } from '#geodata/contract/answer-files.ts'
import { type EndpointId, endpoints } from '#geodata/contract/endpoints.ts'

export interface AskedEndpoint {
  id: EndpointId
  /** Of the address, without its query. */
  path: string
  /** Decoded; throws a URIError for what is no percent encoding. */
  params(): Record<string, string>
  /** As written, without the question mark. */
  query: string
}

interface Pattern {
  id: EndpointId
  segments: readonly string[]
}

const IDS = Object.keys(endpoints) as EndpointId[]
const PLAIN: ReadonlyMap<string, EndpointId> = new Map(
  IDS.filter((id) => !endpoints[id].path.includes(':')).map((id) => [endpoints[id].path, id]),
)
const PATTERNS: readonly Pattern[] = IDS.filter((id) => endpoints[id].path.includes(':')).map((id) => ({
  id,
  segments: endpoints[id].path.split('/'),
}))
/** Files have addresses that a pattern with a parameter would take for its own. */
const DOWNLOAD = /^\/api\/export\/[^/]+\.[^/]+$/
const FILES: ReadonlySet<string> = new Set(
  ANSWER_FILES.flatMap((id) =>
    (Object.keys(ANSWER_FORMATS) as AnswerFormat[]).map((format) => answerFilePath(endpoints[id].path, format)),
  ),
)

/** null where it asks none. A closing slash is passed over. */
export function questionAt(url: string): AskedEndpoint | null {
  if (!url.startsWith('/api/')) return null
  const cut = url.indexOf('?')
  const [whole, query] = cut < 0 ? [url, ''] : [url.slice(0, cut), url.slice(cut + 1)]
  const path = whole.endsWith('/') ? whole.slice(0, -1) : whole
  const id = PLAIN.get(path)
  if (id) return { id, path, params: () => ({}), query }
  if (DOWNLOAD.test(path) || FILES.has(path)) return null
  const segments = path.split('/')
  const pattern = PATTERNS.find((one) => fits(one, segments))
  return pattern ? { id: pattern.id, path, params: () => paramsOf(pattern, segments), query } : null
}

function fits(pattern: Pattern, segments: readonly string[]): boolean {
  return (
    pattern.segments.length === segments.length &&
    pattern.segments.every((name, index) => (name.startsWith(':') ? segments[index] !== '' : name === segments[index]))
  )
}

function paramsOf({ segments: names }: Pattern, segments: readonly string[]): Record<string, string> {
  const pairs = names.flatMap((name, index): [string, string][] =>
    name.startsWith(':') ? [[name.slice(1), decodeURIComponent(segments[index] ?? '')]] : [],
  )
  return Object.fromEntries(pairs)
}
