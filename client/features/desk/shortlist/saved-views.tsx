/** Views with names: the whole link of the page, kept in this browser. Opening one is a step that 'back' undoes. */
import X from 'lucide-react/icons/x'
import { type FormEvent, useState } from 'react'
import { linkToView } from '#client/state/sync-link.ts'
import { IconButton } from '#client/ui/icon-button.tsx'
import { useDeskText } from '../desk-messages.ts'
import { removeView, saveView, useKept } from './kept.ts'

export function SavedViews() {
  const text = useDeskText()
  const views = useKept((state) => state.views)
  const [name, setName] = useState('')
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    saveView(name.trim(), new URL(linkToView()).search)
    setName('')
  }
  return (
    <section className="views" aria-labelledby="views-title">
      <h2 id="views-title">{text('desk.views.title')}</h2>
      <form className="views__form" onSubmit={onSubmit}>
        <label>
          <span className="visually-hidden">{text('desk.views.name')}</span>
          <input
            className="field"
            dir="auto"
            maxLength={80}
            value={name}
            placeholder={text('desk.views.name')}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        <button type="submit" className="button">
          {text('desk.views.save')}
        </button>
      </form>
      {views.length === 0 && <p className="muted small">{text('desk.views.none')}</p>}
      <ul>
        {views.map((view) => (
          <li key={view.name} className="views__item">
            <a href={`/${view.link}`} dir="auto">
              {view.name}
            </a>
            <IconButton
              label={text('desk.views.remove', { name: view.name })}
              icon={X}
              onClick={() => removeView(view.name)}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
