/** What a dataset says of itself: accuracy, state, licence, sources with links, attribution. */
import { useQuery } from '#client/api/use-query.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { Row, Section } from '#client/ui/section.tsx'

export function DatasetNotes({ dataset }: { dataset: string }) {
  const { t, language } = useMessages()
  const { data } = useQuery('listDatasets', {})
  const about = data?.datasets.find(({ id }) => id === dataset)
  if (!about) return null
  return (
    <Section title={t('sheet.aboutData')}>
      <p dir="auto">{about.title[language]}</p>
      <p className="small" dir="auto">
        {about.accuracy}
      </p>
      <dl className="rows small">
        <Row label={t('sheet.vintage')}>{about.vintage}</Row>
        <Row label={t('sheet.licence')}>
          {about.licence.url === null ? (
            about.licence.title
          ) : (
            <a href={about.licence.url} target="_blank" rel="noopener noreferrer">
              {about.licence.title}
            </a>
          )}
        </Row>
      </dl>
      <ul className="citations">
        {about.sources.map((source) => (
          <li key={source.title}>
            {source.url === null ? (
              <span dir="auto">{source.title}</span>
            ) : (
              <a href={source.url} target="_blank" rel="noopener noreferrer" dir="auto">
                {source.title}
              </a>
            )}
            <span className="citations__source">
              {source.publisher} · {source.vintage} · {source.licence}
            </span>
          </li>
        ))}
      </ul>
      {about.attribution.length > 0 && <p className="muted small">{about.attribution.join(' · ')}</p>}
    </Section>
  )
}
