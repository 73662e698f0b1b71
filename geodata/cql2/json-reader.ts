/** A place in a JSON document: its value, its pointer, and refusals that name it. */
import type { Node } from './expression.ts'
import { Cql2Refusal, excerpt, type ReasonCode } from './refusal.ts'

export class JsonReader {
  readonly json: unknown
  readonly pointer: string
  /** 1 at the root; each `args` or list below an operator is one deeper. */
  readonly depth: number
  readonly #places: WeakMap<Node, { pointer: string }>

  private constructor(json: unknown, pointer: string, depth: number, places: WeakMap<Node, { pointer: string }>) {
    this.json = json
    this.pointer = pointer
    this.depth = depth
    this.#places = places
  }

  static open(text: string, places: WeakMap<Node, { pointer: string }>): JsonReader {
    try {
      return new JsonReader(JSON.parse(text), '', 1, places)
    } catch (error) {
      throw new Cql2Refusal(
        'bad-json',
        { pointer: '' },
        { detail: excerpt(error instanceof Error ? error.message : '') },
      )
    }
  }

  member(name: string): JsonReader {
    const json = this.#record()?.[name]
    return new JsonReader(json, `${this.pointer}/${name}`, this.depth, this.#places)
  }

  /** Names of the members; undefined where this is no object. */
  keys(): string[] | undefined {
    const record = this.#record()
    return record && Object.keys(record)
  }

  /** The operator, where this is an operation; other members beside `op` and `args` are refused. */
  operator(): string | undefined {
    const keys = this.keys()
    if (!keys?.includes('op')) return undefined
    const op = this.member('op')
    this.only('op', 'args')
    return typeof op.json === 'string' ? op.json : op.refuse('expected', { expected: 'text', found: op.shown() })
  }

  /** Refuses members that have no meaning here: they would be passed over in silence. */
  only(...allowed: string[]): void {
    const stray = this.keys()?.find((key) => !allowed.includes(key))
    if (stray !== undefined)
      this.refuse('expected', { expected: allowed.join(', '), found: excerpt(JSON.stringify(stray)) })
  }

  items(): JsonReader[] {
    if (!Array.isArray(this.json)) return this.refuse('expected', { expected: 'array', found: this.shown() })
    if (this.json.length === 0) return this.refuse('expected', { expected: 'value', found: '[]' })
    return this.json.map(
      (item: unknown, index) => new JsonReader(item, `${this.pointer}/${index}`, this.depth + 1, this.#places),
    )
  }

  args(least: number, most: number): JsonReader[] {
    const list = this.member('args')
    const items = list.items()
    if (items.length < least || items.length > most)
      list.refuse('expected', { expected: 'arguments', found: String(items.length) })
    return items
  }

  arg(index: number, count: number): JsonReader {
    const item = this.args(count, count)[index]
    return item ?? this.refuse('expected', { expected: 'arguments', found: String(index) })
  }

  number(): number {
    const { json } = this
    if (typeof json !== 'number') return this.refuse('expected', { expected: 'number', found: this.shown() })
    return Number.isFinite(json) ? json || 0 : this.refuse('bad-number', { found: String(json) })
  }

  placed<N extends Node>(node: N): N {
    this.#places.set(node, { pointer: this.pointer })
    return node
  }

  refuse(code: ReasonCode, values: Record<string, string> = {}): never {
    throw new Cql2Refusal(code, { pointer: this.pointer }, values)
  }

  shown(json: unknown = this.json): string {
    return json === undefined ? 'end' : excerpt(JSON.stringify(json))
  }

  #record(): Readonly<Record<string, unknown>> | undefined {
    const { json } = this
    return typeof json === 'object' && json !== null && !Array.isArray(json) ? { ...json } : undefined
  }
}
