/** Every text that a reader can see comes from the message catalogues; every key that is used exists. */
import { expect, test } from 'vitest'
import { ENGLISH } from '#client/i18n/en/index.ts'
import { placeOf, sourcesIn, walk } from './source-files.ts'

const VISIBLE_ATTRIBUTES = new Set([
  'title',
  'alt',
  'placeholder',
  'label',
  'aria-label',
  'aria-description',
  'aria-valuetext',
])
const hasWords = (text: unknown): boolean => typeof text === 'string' && /\p{L}{2}/u.test(text)

/** Literal words among the values that an expression can take. */
function literalsOf(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return []
  const { type, value, expression, consequent, alternate, left, right, quasis } = node as Record<string, unknown>
  if (type === 'Literal') return hasWords(value) ? [String(value)] : []
  if (type === 'JSXExpressionContainer') return literalsOf(expression)
  if (type === 'ConditionalExpression') return [...literalsOf(consequent), ...literalsOf(alternate)]
  if (type === 'LogicalExpression') return [...literalsOf(left), ...literalsOf(right)]
  if (type === 'TemplateLiteral' && Array.isArray(quasis))
    return quasis.map((quasi: { value: { raw: string } }) => quasi.value.raw).filter(hasWords)
  return []
}

test('no text is written into a component', () => {
  const components = sourcesIn('client').filter(({ path }) => path.endsWith('.tsx'))
  expect(components.length).toBeGreaterThan(20)
  const found = components.flatMap((source) => {
    const places: string[] = []
    const report = (start: number, text: string) => places.push(`${placeOf(source, start)} ${text.trim()}`)
    walk(source.program, (node) => {
      if (node.type === 'JSXText' && hasWords(node.value)) report(node.start, String(node.value))
      if (node.type === 'JSXElement' || node.type === 'JSXFragment')
        for (const child of node.children as { type: string; start: number }[])
          if (child.type === 'JSXExpressionContainer') for (const text of literalsOf(child)) report(child.start, text)
      if (node.type !== 'JSXAttribute') return
      const { name } = node.name as { name: string }
      if (VISIBLE_ATTRIBUTES.has(name)) for (const text of literalsOf(node.value)) report(node.start, text)
    })
    return places
  })
  expect(found).toEqual([])
})

test('each message is used, and none names a key that is not there', () => {
  const text = [...sourcesIn('client'), ...sourcesIn('geodata')].map((source) => source.text).join('\n')
  // A key made at run time begins with a head written in a template: t(`status.${status}`).
  const heads = [...text.matchAll(/`([a-z][A-Za-z]*(?:\.[A-Za-z]+)*\.)\$\{/g)].map((match) => match[1] ?? '')
  const unused = Object.keys(ENGLISH).filter(
    (key) => !text.includes(`'${key}'`) && !text.includes(`"${key}"`) && !heads.some((head) => key.startsWith(head)),
  )
  expect(unused).toEqual([])
})
