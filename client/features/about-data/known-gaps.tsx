/** What is known to be missing: counted by the server at this moment where it can be counted, said in words where not. */
import { useQuery } from '#client/api/use-query.ts'
import { useMessages } from '#client/i18n/use-messages.ts'

export function KnownGaps() {
  const { t } = useMessages()
  const { data } = useQuery('depositFacets', {})
  const total = data ? data.total.deposits : 0
  const countOf = (facet: 'resource' | 'confidence', value: string) =>
    data?.facets[facet].find((choice) => choice.value === value)?.count ?? 0
  const withOperator = data?.facets.operator.reduce((sum, { count }) => sum + count, 0) ?? 0
  return (
    <ul className="about-data__gaps">
      {data && (
        <>
          <li>{t('data.gap.noTonnage', { count: countOf('resource', 'no'), total })}</li>
          <li>{t('data.gap.lowConfidence', { count: countOf('confidence', 'low'), total })}</li>
          <li>{t('data.gap.noOperator', { count: total - withOperator, total })}</li>
        </>
      )}
      <li>{t('data.gap.network')}</li>
      <li>{t('data.gap.names')}</li>
      <li>{t('data.gap.boundaries')}</li>
    </ul>
  )
}
