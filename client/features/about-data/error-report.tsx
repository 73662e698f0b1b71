/** A report of an error, ready to be sent: link to the view, what is selected, versions of the data. Nothing leaves the page by itself. */
import Copy from 'lucide-react/icons/copy'
import { useMessages } from '#client/i18n/use-messages.ts'
import { copyText } from '#client/selection/copy-text.ts'
import { linkToView } from '#client/state/sync-link.ts'
import { useView } from '#client/state/view-state.ts'
import type { DatasetAbout } from './about-data-dialog.tsx'

/** Datasets whose versions a report names besides the one that is selected. */
const ALWAYS = ['deposits', 'corridors']

export function ErrorReport({ datasets }: { datasets: readonly DatasetAbout[] }) {
  const { t } = useMessages()
  const report = () => {
    const { selection } = useView.getState()
    const named = datasets.filter(({ id }) => ALWAYS.includes(id) || id === selection?.dataset)
    return t('data.errorText', {
      link: linkToView(),
      selected: selection ? `${selection.dataset}/${selection.id}` : t('data.nothingSelected'),
      versions: named.map(({ id, vintage, version }) => `${id} ${vintage} (${version})`).join(', '),
    })
  }
  return (
    <>
      <p>{t('data.errorHow')}</p>
      <p>
        <button type="button" className="button" onClick={() => copyText(report(), 'data.errorCopied')}>
          <Copy size={15} aria-hidden /> {t('data.errorCopy')}
        </button>
      </p>
    </>
  )
}
