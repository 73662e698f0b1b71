/** Sections to Markdown. */
import { execFileSync } from 'node:child_process'
import { cpus, totalmem } from 'node:os'
import type { Section } from './measure.ts'

const INTRODUCTION = `# Benchmarks

\`npm run bench\` measures and writes this file; \`npm run bench -- stored-tiles cold-tiles routing ask ask-100k ask-million scale client\` takes some sections only and
renews their part. Absolute figures are this machine's; ratios were taken in one run and travel better. The comparison with other
servers needs wrk (Debian: \`apt-get install -y wrk\`) and installs tileserver-gl-light from npm outside the project. Code:
[run.ts](run.ts), a file for each section.
`

export function markdown(sections: readonly Section[], date: string): string {
  return [INTRODUCTION, machine(date), limits(sections), ...sections.map(sectionText)].join('\n')
}

/** A report with some sections measured anew; their limits too. New sections come last. */
export function renewed(text: string, sections: readonly Section[]): string {
  const blocks = text.split(/^(?=## )/m)
  for (const section of sections) {
    const at = blocks.findIndex((block) => block.startsWith(`## ${section.title}\n`))
    blocks.splice(at < 0 ? blocks.length : at, at < 0 ? 0 : 1, `${sectionText(section).trimEnd()}\n\n`)
  }
  const rows = sections.flatMap(limitRows)
  const isOld = (line: string): boolean => rows.some(([what]) => line.startsWith(`| ${what} |`))
  return blocks
    .map((block) => {
      if (!block.startsWith('## Limits\n')) return block
      const kept = block.split('\n').filter((line) => line !== '' && !isOld(line))
      return `${[kept[0], '', ...kept.slice(1), ...rows.map((cells) => `| ${cells.join(' | ')} |`)].join('\n')}\n\n`
    })
    .join('')
    .trimEnd()
    .concat('\n')
}

export function sectionText({ title, method, head, rows, checks }: Section): string {
  const kept = checks.map(
    ({ what, measured, limit, isKept }) => `- ${isKept ? 'kept' : '**missed**'}: ${what} ${measured} (${limit})`,
  )
  return [`## ${title}`, '', method, '', table(head, rows), '', ...kept, ''].join('\n')
}

function machine(date: string): string {
  const [cpu] = cpus()
  const chromium = version(process.env.ORELINK_CHROMIUM ?? 'chromium')
  return `Measured ${date}: ${cpu?.model.trim()}, ${cpus().length} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GB, Node ${process.versions.node}, ${chromium}.\n`
}

function version(command: string): string {
  try {
    return execFileSync(command, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return 'no browser'
  }
}

function limits(sections: readonly Section[]): string {
  const rows = sections.flatMap(limitRows)
  return `## Limits\n\n${table(['what', 'measured', 'limit', 'kept'], rows)}\n`
}

function limitRows({ checks }: Section): string[][] {
  return checks.map(({ what, measured, limit, isKept }) => [what, measured, limit, isKept ? 'yes' : '**no**'])
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
