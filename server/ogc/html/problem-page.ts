/** A problem as a page: what went wrong in the reader's language, where, and how to mend it. */
import type { Problem } from '#geodata/contract/problem.ts'
import type { Language } from '#geodata/contract/provenance.ts'
import { escaped } from '../../http/docs-page.ts'
import { textIn } from '../messages/text-in.ts'
import type { Page } from './page.ts'

export function problemPage(problem: Problem, language: Language): Page {
  const t = textIn(language)
  const faults = (problem.errors ?? []).map(
    ({ field, expected, received }) =>
      `<li><code>${escaped(field)}</code>: ${escaped(expected)}${received === null ? '' : ` (<code>${escaped(received)}</code>)`}</li>`,
  )
  return {
    title: t('problem.title'),
    trail: [],
    body: `<p><strong>${problem.status}</strong> ${escaped(t(`problem.${problem.code}`))}</p>
<p lang="en" dir="ltr">${escaped(problem.detail)}</p>
${faults.length > 0 ? `<ul lang="en" dir="ltr">${faults.join('')}</ul>` : ''}
<p>${escaped(t('problem.id'))} <code>${escaped(problem.requestId)}</code></p>`,
  }
}
