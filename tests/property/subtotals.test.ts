/** Subtotals of a grouped table against a count by hand: groups add up to the whole, no part beside its whole, categories apart. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type SubtotalRecord, subtotals } from '#geodata/deposit/subtotals.ts'

const CATEGORIES = ['resource', 'reserve', 'unclassified'] as const

/** A forest: a part's whole stands before it. The group of a part may be another than its whole's. */
const world: fc.Arbitrary<(SubtotalRecord & { group: string })[]> = fc
  .array(
    fc.record({
      parent: fc.nat(),
      isPart: fc.boolean(),
      tonnageMt: fc.option(fc.integer({ min: 1, max: 1000 })),
      category: fc.constantFrom(...CATEGORIES),
      group: fc.constantFrom('a', 'b', 'c'),
    }),
    { maxLength: 14 },
  )
  .map((drafts) =>
    drafts.map(({ parent, isPart, tonnageMt, category, group }, at) => ({
      id: String(at),
      group,
      status: 'operating' as const,
      commodityPrimary: 'copper' as const,
      partOf: isPart && at > 0 ? String(parent % at) : null,
      resource:
        tonnageMt === null
          ? null
          : { tonnageMt, category, grades: [{ commodity: 'copper' as const, value: 1, unit: '%' as const }] },
    })),
  )

/** Walks down from each whole and stops at the first figure. */
function byHand(records: readonly SubtotalRecord[], at: SubtotalRecord): SubtotalRecord[] {
  if (at.resource !== null) return [at]
  return records.filter(({ partOf }) => partOf === at.id).flatMap((part) => byHand(records, part))
}

test('each figure counts once, in its own group and category', () => {
  fc.assert(
    fc.property(world, (records) => {
      const { total, groups } = subtotals(records, ({ group }) => group)
      const counted = new Set(
        records
          .filter(({ partOf }) => partOf === null)
          .flatMap((whole) => byHand(records, whole))
          .map(({ id }) => id),
      )
      for (const group of ['a', 'b', 'c'])
        for (const category of CATEGORIES) {
          const own = records.filter(
            (record) => counted.has(record.id) && record.group === group && record.resource?.category === category,
          )
          const expected = own.reduce((sum, { resource }) => sum + (resource?.tonnageMt ?? 0), 0)
          const found = groups.get(group)?.ore.find((sum) => sum.category === category)
          expect(found?.tonnageMt ?? 0).toBe(expected)
          const metal = groups.get(group)?.metal.find((sum) => sum.category === category)
          expect(metal?.tonnes ?? 0).toBe(expected * 10_000)
        }
      const parts = records.filter(({ partOf }) => partOf !== null).length
      expect(total.count).toEqual({ deposits: records.length - parts, parts })
      const ore = [...groups.values()].flatMap((group) => group.ore)
      expect(ore.reduce((sum, { tonnageMt }) => sum + tonnageMt, 0)).toBe(
        total.ore.reduce((sum, { tonnageMt }) => sum + tonnageMt, 0),
      )
    }),
  )
})
