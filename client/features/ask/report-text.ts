/** Question and answer as plain text for a report: what was asked, the answer, its lines, method, sources, date and link. */
import { call } from '#client/api/call.ts'
import type { Messages } from '#client/i18n/translate.ts'
import { copyText } from '#client/selection/copy-text.ts'
import { linkToView } from '#client/state/sync-link.ts'
import { useView } from '#client/state/view-state.ts'
import type { DatasetInfo } from '#geodata/contract/dataset.ts'
import { filterInWords } from './use-asked.ts'

export interface Report {
  asked: string
  sentence: string
  lines: readonly string[]
  datasets: readonly string[]
}

/** `date`: the day on which it was asked. */
export function reportText(
  { asked, sentence, lines, datasets }: Report,
  infos: readonly DatasetInfo[],
  { date, link, filter }: { date: Date; link: string; filter: string | null },
  messages: Messages,
): string {
  const { t } = messages
  const sources = infos.filter(({ id }) => datasets.includes(id)).map((info) => sourceText(info, messages))
  return [
    t('ask.report.title', { date: messages.date(date) }),
    t('ask.report.question', { question: asked }),
    ...(filter === null ? [] : [t('ask.report.filter', { filter })]),
    t('ask.report.answer', { answer: sentence }),
    '',
    ...lines.map((line, index) => `${index + 1}. ${line}`),
    ...(lines.length > 0 ? [''] : []),
    t('ask.report.method'),
    t('ask.report.sources', { sources: sources.join('; ') }),
    t('ask.report.link', { link }),
  ].join('\n')
}

function sourceText({ title, vintage, licence, attribution }: DatasetInfo, { language }: Messages): string {
  return `${title[language]} (${vintage}; ${[...attribution, licence.id].join(', ')})`
}

export async function copyReport(report: Report, messages: Messages): Promise<void> {
  const { datasets } = await call('listDatasets', {})
  const filter = filterInWords(messages, useView.getState().filter)
  const text = reportText(report, datasets, { date: new Date(), link: linkToView(), filter }, messages)
  await copyText(text, 'ask.answer.copied')
}
