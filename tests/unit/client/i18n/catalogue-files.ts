/** The message files as they lie in client/i18n: topic by topic and language by language, with the syntax tree of a message. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import * as z from 'zod'

const FOLDER = resolve(import.meta.dirname, '../../../../client/i18n')
const Topic = z.record(z.string(), z.string())

export const TRANSLATIONS = ['ur', 'zh'] as const
export type Translation = (typeof TRANSLATIONS)[number]

/** Names of the English files, without `.json`. */
export const TOPICS: readonly string[] = readdirSync(join(FOLDER, 'en'))
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.slice(0, -'.json'.length))
  .sort()

/** The messages of one file; null where the language has no such file. */
export function topicOf(language: 'en' | Translation, topic: string): Record<string, string> | null {
  const file = join(FOLDER, language, `${topic}.json`)
  return existsSync(file) ? Topic.parse(JSON.parse(readFileSync(file, 'utf8'))) : null
}

/** Every file of a language, by name: also one that English lacks. */
export function topicsOf(language: Translation): string[] {
  const files = readdirSync(join(FOLDER, language)).filter((file) => file.endsWith('.json'))
  return files.map((file) => file.slice(0, -'.json'.length)).sort()
}

export interface Placeholder {
  name: string
  kind: 'plain' | 'number' | 'date' | 'time' | 'select' | 'plural'
  /** Choices of a select or plural. */
  options: readonly string[]
}

/** Numbers of the message parser's node types. */
const KINDS: Readonly<Record<number, Placeholder['kind']>> = {
  1: 'plain',
  2: 'number',
  3: 'date',
  4: 'time',
  5: 'select',
  6: 'plural',
}

/** Placeholders of a message, those inside plural and select branches included, in the order of the text. */
export function placeholdersIn(message: string): Placeholder[] {
  const found: Placeholder[] = []
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const item of node) visit(item)
    else if (typeof node === 'object' && node !== null) {
      const { type, value, options } = node as { type?: unknown; value?: unknown; options?: object }
      const kind = typeof type === 'number' ? KINDS[type] : undefined
      if (kind) found.push({ name: String(value), kind, options: Object.keys(options ?? {}) })
      for (const inner of Object.values(node)) visit(inner)
    }
  }
  visit(new IntlMessageFormat(message, 'en').getAst())
  return found
}

/** The literal text of a message without its placeholders. */
export function wordsIn(message: string): string {
  const texts: string[] = []
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const item of node) visit(item)
    else if (typeof node === 'object' && node !== null) {
      const { type, value } = node as { type?: unknown; value?: unknown }
      if (type === 0) texts.push(String(value))
      for (const inner of Object.values(node)) if (typeof inner === 'object') visit(inner)
    }
  }
  visit(new IntlMessageFormat(message, 'en').getAst())
  return texts.join(' ')
}
