/** A dialog that holds the page until it is closed: by its button, by Esc, by a press beside it. */
import X from 'lucide-react/icons/x'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useMessages } from '#client/i18n/use-messages.ts'
import { IconButton } from './icon-button.tsx'

interface ModalProps {
  title: string
  className?: string
  /** Further buttons beside the one that closes. */
  tools?: ReactNode
  children: ReactNode
  onClose(): void
}

export function Modal({ title, className = '', tools, children, onClose }: ModalProps) {
  const { t } = useMessages()
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const element = dialog.current
    element?.showModal()
    // The focus goes back to what opened it, which only a dialog that closes does.
    return () => element?.close()
  }, [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc closes it, as the browser does for every dialog
    <dialog
      className={`dialog ${className}`}
      ref={dialog}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && dialog.current.close()}
    >
      <div className="dialog__inside">
        <div className="dialog__head">
          <h2 id={titleId}>{title}</h2>
          <span>
            {tools}
            <IconButton label={t('help.close')} icon={X} onClick={() => dialog.current?.close()} />
          </span>
        </div>
        {children}
      </div>
    </dialog>
  )
}
