/** The bar: name, search in the middle, language, colours, print, link, help. */
import CircleHelp from 'lucide-react/icons/circle-question-mark'
import Link from 'lucide-react/icons/link'
import Monitor from 'lucide-react/icons/monitor'
import Moon from 'lucide-react/icons/moon'
import Sun from 'lucide-react/icons/sun'
import { SearchBox } from '#client/features/search/search-box.tsx'
import { useMessages } from '#client/i18n/use-messages.ts'
import { usePassing } from '#client/state/passing.ts'
import { linkToView } from '#client/state/sync-link.ts'
import { type Theme, useView } from '#client/state/view-state.ts'
import { useLayout } from '#client/state/viewport.ts'
import { IconButton } from '#client/ui/icon-button.tsx'
import { Language } from '#geodata/contract/provenance.ts'
import { UndoButtons } from './undo-buttons.tsx'

const NEXT_THEME: Readonly<Record<Theme, Theme>> = { system: 'light', light: 'dark', dark: 'system' }
const THEME_ICONS = { system: Monitor, light: Sun, dark: Moon } as const

export function TopBar() {
  const { t } = useMessages()
  const layout = useLayout()
  const set = usePassing((state) => state.set)
  return (
    <header className="top-bar">
      <div className="brand">
        <img src="/icon.svg" width="26" height="26" alt="" />
        <h1>{t('app.name')}</h1>
        <p>{t('app.tagline')}</p>
      </div>
      <SearchBox />
      <div className="top-bar__tools">
        {layout !== 'narrow' && <UndoButtons />}
        <LanguageChoice />
        {layout !== 'narrow' && (
          <>
            <ThemeButton />
            <IconButton label={t('share.copyLink')} icon={Link} onClick={copyLink} />
          </>
        )}
        <IconButton label={t('help.open')} icon={CircleHelp} onClick={() => set({ dialog: 'keys' })} />
      </div>
    </header>
  )
}

function LanguageChoice() {
  const { t } = useMessages()
  const language = useView((state) => state.language)
  const set = useView((state) => state.set)
  return (
    <select
      aria-label={t('language.choose')}
      value={language}
      onChange={(event) => set({ language: Language.parse(event.target.value) })}
    >
      {Language.options.map((option) => (
        <option key={option} value={option} lang={option}>
          {t(`language.${option}`)}
        </option>
      ))}
    </select>
  )
}

export function ThemeButton() {
  const { t } = useMessages()
  const theme = useView((state) => state.theme)
  const set = useView((state) => state.set)
  return (
    <IconButton
      label={`${t('theme.choose')}: ${t(`theme.${theme}`)}`}
      icon={THEME_ICONS[theme]}
      onClick={() => set({ theme: NEXT_THEME[theme] })}
    />
  )
}

/** Copies the address of this very view; says what happened. */
export async function copyLink(): Promise<void> {
  const hasCopied = await navigator.clipboard?.writeText(linkToView()).then(
    () => true,
    () => false,
  )
  usePassing.getState().set({ notice: { key: hasCopied ? 'share.copied' : 'share.failed' } })
}
