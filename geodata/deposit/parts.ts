/** Parts and what they are parts of, among some deposits. Nothing that is added up counts a part and its parent. */

export interface PartRecord {
  id: string
  partOf: string | null
}

/** Ids above a record, nearest first, as far as they are among the records. */
export function ancestorsOf(record: PartRecord, byId: ReadonlyMap<string, PartRecord>): string[] {
  const ids: string[] = []
  let { partOf } = record
  // A record that is its own ancestor would be a fault of the data: it ends the climb.
  while (partOf !== null && partOf !== record.id && !ids.includes(partOf) && byId.has(partOf)) {
    ids.push(partOf)
    partOf = byId.get(partOf)?.partOf ?? null
  }
  return ids
}
