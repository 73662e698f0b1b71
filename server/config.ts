/**
 * Every setting of the server: one table of options that gives flags, environment variables, defaults, `--help` and the
 * table in server/README.md. The only reader of flags and environment; values meet their schema once, here.
 */
import { parseArgs } from 'node:util'
import * as z from 'zod'

interface Option<S extends z.ZodType<unknown, string>> {
  flag: string
  env: string
  /** As text, the way one would type it. */
  default: string
  /** What the value is called in `--help`. */
  value: string
  description: string
  schema: S
}
function option<S extends z.ZodType<unknown, string>>(o: Option<S>): Option<S> {
  return o
}

const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, 'expected a whole number')
    .transform(Number)
    .pipe(z.number().min(min).max(max))

const publicUrl = z.string().transform((text, context) => {
  if (text === '') return null
  const url = URL.canParse(text) ? new URL(text) : null
  if (url && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '') return text.replace(/\/+$/, '')
  context.addIssue({ code: 'custom', message: 'expected an http or https address without query' })
  return z.NEVER
})

export type Basemap = { kind: 'none' } | { kind: 'pmtiles'; path: string } | { kind: 'raster'; template: string }

const basemap = z.string().transform((text, context): Basemap => {
  if (text === '') return { kind: 'none' }
  if (/\.pmtiles$/i.test(text) && !/^https?:/i.test(text)) return { kind: 'pmtiles', path: text }
  const isTemplate =
    /^(https?:\/)?\/[^\s'";,]+$/.test(text) && ['{z}', '{x}', '{y}'].every((part) => text.includes(part))
  if (isTemplate) return { kind: 'raster', template: text }
  context.addIssue({ code: 'custom', message: 'expected a .pmtiles file or an address with {z}, {x} and {y}' })
  return z.NEVER
})

const origins = z.string().transform((text, context) => {
  const list = text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
  if (list.every((item) => item === '*' || (URL.canParse(item) && new URL(item).origin === item))) return list
  context.addIssue({ code: 'custom', message: 'expected *, nothing, or origins such as https://example.org' })
  return z.NEVER
})

const trustProxy = z
  .string()
  .regex(/^(no|\d{1,2})$/, 'expected no, or the number of proxies in front')
  .transform((text) => (text === 'no' ? 0 : Number(text)))

export const OPTIONS = {
  port: option({
    flag: 'port',
    env: 'ORELINK_PORT',
    default: '4400',
    value: 'number',
    description: 'Port to listen on; 0 takes a free one',
    schema: wholeNumber(0, 65535),
  }),
  host: option({
    flag: 'host',
    env: 'ORELINK_HOST',
    default: '127.0.0.1',
    value: 'address',
    description: 'Address to listen on; 0.0.0.0 lets other machines in',
    schema: z.string().min(1).max(255),
  }),
  database: option({
    flag: 'database',
    env: 'ORELINK_DATABASE',
    default: 'var/orelink.sqlite',
    value: 'file',
    description: 'SQLite database; made from the data folder when missing or stale',
    schema: z.string().min(1),
  }),
  data: option({
    flag: 'data',
    env: 'ORELINK_DATA',
    default: 'geodata/datasets',
    value: 'folder',
    description: 'Datasets to load',
    schema: z.string().min(1),
  }),
  network: option({
    flag: 'network',
    env: 'ORELINK_NETWORK',
    default: 'geodata/datasets/transport-network/network.bin',
    value: 'file',
    description: 'Transport network to route on',
    schema: z.string().min(1),
  }),
  client: option({
    flag: 'client',
    env: 'ORELINK_CLIENT',
    default: 'dist/client',
    value: 'folder',
    description: 'The built client to serve',
    schema: z.string().min(1),
  }),
  logLevel: option({
    flag: 'log-level',
    env: 'ORELINK_LOG_LEVEL',
    default: 'info',
    value: 'level',
    description: 'fatal, error, warn, info, debug (logs each tile too), trace or silent',
    schema: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
  }),
  publicUrl: option({
    flag: 'public-url',
    env: 'ORELINK_PUBLIC_URL',
    default: '',
    value: 'address',
    description: 'Address under which others reach the server; without it, answers use addresses relative to the host',
    schema: publicUrl,
  }),
  basemap: option({
    flag: 'basemap',
    env: 'ORELINK_BASEMAP',
    default: '',
    value: 'file or address',
    description: 'Another basemap: a .pmtiles file, or an address of raster tiles with {z}, {x} and {y}',
    schema: basemap,
  }),
  elevation: option({
    flag: 'elevation',
    env: 'ORELINK_ELEVATION',
    default: '',
    value: 'file',
    description: 'GeoTIFF of heights in degrees (WGS 84) for a finer relief from zoom 7 on',
    schema: z.string().transform((text) => (text === '' ? null : text)),
  }),
  rateLimit: option({
    flag: 'rate-limit',
    env: 'ORELINK_RATE_LIMIT',
    default: '3000',
    value: 'number',
    description: 'Questions a minute from one address, tiles and files apart; 0 sets no limit',
    schema: wholeNumber(0, 100_000_000),
  }),
  corsOrigins: option({
    flag: 'cors-origins',
    env: 'ORELINK_CORS_ORIGINS',
    default: '*',
    value: 'list',
    description: 'Origins whose pages may read answers, separated by commas; * for all, empty for none',
    schema: origins,
  }),
  trustProxy: option({
    flag: 'trust-proxy',
    env: 'ORELINK_TRUST_PROXY',
    default: 'no',
    value: 'number',
    description: 'Proxies in front whose X-Forwarded-For is believed',
    schema: trustProxy,
  }),
} as const

export type Config = { -readonly [Name in keyof typeof OPTIONS]: z.output<(typeof OPTIONS)[Name]['schema']> }
type OptionName = keyof Config

export type ConfigReading = { kind: 'config'; config: Config } | { kind: 'help' } | { kind: 'invalid'; message: string }

const names = Object.keys(OPTIONS) as OptionName[]

/** Flags win over environment variables, these over defaults. Faults are named with the flag, the variable and what was expected. */
export function readConfig(args: readonly string[], env: Readonly<Record<string, string | undefined>>): ConfigReading {
  const flags = readFlags(args)
  if (flags.kind !== 'flags') return flags
  const faults: string[] = []
  const values: Partial<Record<OptionName, unknown>> = {}
  for (const name of names) {
    const { flag, env: variable, default: fallback, schema } = OPTIONS[name]
    const given = flags.values[flag] ?? env[variable] ?? fallback
    const parsed = (schema as z.ZodType<unknown, string>).safeParse(given)
    if (parsed.success) values[name] = parsed.data
    else faults.push(`--${flag} (${variable}) is '${given}': ${parsed.error.issues[0]?.message}`)
  }
  if (faults.length > 0) return { kind: 'invalid', message: faults.join('\n') }
  return { kind: 'config', config: values as Config }
}

type Flags = { kind: 'flags'; values: Record<string, string | undefined> } | Exclude<ConfigReading, { kind: 'config' }>

function readFlags(args: readonly string[]): Flags {
  const options: Record<string, { type: 'string' } | { type: 'boolean'; short: string }> = {
    help: { type: 'boolean', short: 'h' },
  }
  for (const name of names) options[OPTIONS[name].flag] = { type: 'string' }
  try {
    const { values } = parseArgs({ args: [...args], options, strict: true, allowPositionals: false })
    if (values.help) return { kind: 'help' }
    return { kind: 'flags', values: values as Record<string, string | undefined> }
  } catch (fault) {
    return { kind: 'invalid', message: `${fault instanceof Error ? fault.message : fault}\nSee --help.` }
  }
}

/** The text of `--help`. */
export function helpText(): string {
  const rows = names.map((name) => {
    const { flag, value, env, description, default: fallback } = OPTIONS[name]
    return [`--${flag} <${value}>`, `${description}\n${' '.repeat(30)}${env}, default: ${fallback || 'none'}`] as const
  })
  return [
    'Orelink: an atlas of the mineral deposits of Pakistan and of the corridors that carry them to market',
    '',
    'npm start -- [options]',
    '',
    ...rows.map(([left, right]) => `  ${left.padEnd(28)}${right}`),
    `  ${'--help'.padEnd(28)}Print this and stop`,
    '',
  ].join('\n')
}

/** The same table for server/README.md; a test compares them. */
export function markdownTable(): string {
  const rows = names.map((name) => {
    const { flag, env, default: fallback, description } = OPTIONS[name]
    return `| \`--${flag}\` | \`${env}\` | ${fallback ? `\`${fallback}\`` : 'none'} | ${description} |`
  })
  return ['| option | environment | default | what it does |', '| --- | --- | --- | --- |', ...rows].join('\n')
}
