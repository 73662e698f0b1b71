/** Importance of deposits: bounds, order, and the ceiling of parts. */
import { expect, test } from 'vitest'
import type { ResourceEstimate } from '#geodata/contract/deposit.ts'
import { type ImportanceInput, importanceOf } from '#geodata/deposit/importance.ts'

const estimate = (tonnageMt: number, confidence: 'high' | 'low' = 'high'): ResourceEstimate => ({
  tonnageMt,
  category: 'resource',
  grades: [],
  gradeText: null,
  reportingCode: null,
  year: 2020,
  citations: [{ text: 'a', source: 'a' }],
  confidence,
  text: null,
})

const prospect: ImportanceInput = { commodityPrimary: 'marble', status: 'prospect', resource: null, partOf: null }

test('a marble prospect without figures is of the least importance, a large copper mine of the most', () => {
  expect(importanceOf(prospect)).toBe(1)
  expect(importanceOf({ commodityPrimary: 'copper', status: 'operating', resource: estimate(395), partOf: null })).toBe(
    5,
  )
})

test('a promotional tonnage of low confidence never counts as large', () => {
  const quarry = (confidence: 'high' | 'low') => importanceOf({ ...prospect, resource: estimate(26000, confidence) })
  expect(quarry('low')).toBe(quarry('high') - 1)
})

test('a part shows after its whole', () => {
  const mine: ImportanceInput = {
    commodityPrimary: 'copper',
    status: 'operating',
    resource: estimate(395),
    partOf: 'saindak',
  }
  expect(importanceOf(mine)).toBe(3)
})
