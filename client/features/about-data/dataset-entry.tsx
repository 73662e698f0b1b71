/** One dataset: how much and of when, how accurate, under what licence, from whom. */
import { useMessages } from '#client/i18n/use-messages.ts'
import { LicenceLine } from '#client/ui/licence-line.tsx'
import type { DatasetAbout } from './about-data-dialog.tsx'

export function DatasetEntry({ dataset }: { dataset: DatasetAbout }) {
  const { t, language } = useMessages()
  const { title, featureCount, vintage, accuracy, licence, attribution, sources, version } = dataset
  return (
    <details className="about-data__dataset">
      <summary>
        <bdi>{title[language]}</bdi>
      </summary>
      <p className="small">
        {t('data.features', { count: featureCount, vintage })} · <bdi>{t('data.version', { version })}</bdi>
      </p>
      <p className="small" lang="en" dir="ltr">
        {accuracy}
      </p>
      <p className="small">
        {t('layers.licence')} <LicenceLine licence={licence} attribution={attribution} />
      </p>
      <ul className="citations">
        {sources.map((source) => (
          <li key={source.title} lang="en" dir="ltr">
            {source.url === null ? (
              source.title
            ) : (
              <a href={source.url} target="_blank" rel="noopener noreferrer">
                {source.title}
              </a>
            )}
            <span className="citations__source">
              {source.publisher} · {source.vintage} · {source.licence}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
