/** Ore in groups against a count by hand: no part beside its whole, categories apart, groups summing to the total. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type OreRecord, oreByGroup } from '#geodata/deposit/ore-tonnage.ts'

const CATEGORIES = ['resource', 'reserve', 'unclassified'] as const

/** A forest of up to twelve deposits: a part's whole stands before it. */
const world: fc.Arbitrary<(OreRecord & { group: string })[]> = fc
  .array(
    fc.record({
      parent: fc.nat(),
      isPart: fc.boolean(),
      tonnageMt: fc.option(fc.integer({ min: 1, max: 1000 })),
      category: fc.constantFrom(...CATEGORIES),
      commodity: fc.constantFrom('copper' as const, 'coal' as const),
      group: fc.constantFrom('a', 'b'),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((drafts) =>
    drafts.map(({ parent, isPart, tonnageMt, category, commodity, group }, at) => ({
      id: String(at),
      group,
      deposit: {
        commodityPrimary: commodity,
        partOf: isPart && at > 0 ? String(parent % at) : null,
        resource:
          tonnageMt === null
            ? null
            : {
                tonnageMt,
                category,
                grades: [],
                gradeText: null,
                reportingCode: null,
                year: null,
                citations: [],
                confidence: 'low' as const,
                text: null,
              },
      },
    })),
  )

/** Walks down from each whole and stops at the first figure. */
function byHand(records: readonly OreRecord[], at: OreRecord): OreRecord[] {
  if (at.deposit.resource !== null) return [at]
  return records.filter(({ deposit }) => deposit.partOf === at.id).flatMap((part) => byHand(records, part))
}

test('counts exactly the first figure on each way down from a whole', () => {
  fc.assert(
    fc.property(world, (records) => {
      const counted = records
        .filter(({ deposit }) => deposit.partOf === null)
        .flatMap((whole) => byHand(records, whole))
      const total = counted.reduce((sum, { deposit }) => sum + (deposit.resource?.tonnageMt ?? 0), 0)
      const groupOf = new Map(records.map(({ id, group }) => [id, group]))
      const groups = oreByGroup(records, ({ id }) => groupOf.get(id) ?? '')
      const rows = [...groups.values()].flat()
      expect(rows.reduce((sum, { tonnageMt }) => sum + tonnageMt, 0)).toBe(total)
      expect(rows.reduce((sum, { deposits }) => sum + deposits, 0)).toBe(counted.length)
      for (const category of CATEGORIES) {
        const expected = counted
          .filter(({ deposit }) => deposit.resource?.category === category)
          .reduce((sum, { deposit }) => sum + (deposit.resource?.tonnageMt ?? 0), 0)
        const found = rows.filter((row) => row.category === category)
        expect(found.reduce((sum, { tonnageMt }) => sum + tonnageMt, 0)).toBe(expected)
      }
    }),
  )
})

test('a record that is its own whole is counted once', () => {
  const [record] = fc.sample(world, 1)[0] ?? []
  if (!record) throw new Error('no record')
  const own = { ...record, deposit: { ...record.deposit, partOf: record.id } }
  expect([...oreByGroup([own], () => 'a').values()].flat().length).toBe(own.deposit.resource === null ? 0 : 1)
})
