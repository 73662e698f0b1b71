/** Picks the few properties of a feature that a line of a list prints; lists are joined, everything else unprintable is left out. */
export function factsOf(properties: object, keys: readonly string[]): Record<string, string | number | null> {
  const values = properties as Record<string, unknown>
  const facts: Record<string, string | number | null> = {}
  for (const key of keys) {
    const value = values[key]
    if (typeof value === 'string' || typeof value === 'number' || value === null) facts[key] = value
    else if (Array.isArray(value)) facts[key] = value.join(', ')
    else if (typeof value === 'boolean') facts[key] = value ? 'yes' : 'no'
  }
  return facts
}
