/** Query text to a plain object without a prototype: one text a name, or an array where a name is repeated. */
export function queryObject(text: string | undefined): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = Object.create(null)
  for (const [name, value] of new URLSearchParams(text ?? '')) {
    const before = query[name]
    if (before === undefined) query[name] = value
    else query[name] = [...(Array.isArray(before) ? before : [before]), value]
  }
  return query
}
