/** A button that shows only an icon: the label is read out and shown on hover. */
import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children' | 'type'> {
  label: string
  icon: LucideIcon
  /** The icon shows a direction and turns round in right-to-left languages. */
  hasDirection?: boolean
}

export function IconButton({ label, icon: Icon, hasDirection = false, className = '', ...rest }: IconButtonProps) {
  return (
    <button type="button" className={`icon-button ${className}`} aria-label={label} title={label} {...rest}>
      <Icon size={18} aria-hidden className={hasDirection ? 'mirrors' : ''} />
    </button>
  )
}
