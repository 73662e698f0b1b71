/** Undo and redo: what a reader makes comes back step by step; where the map looks does not count as a step. */
import { beforeEach, expect, test } from 'vitest'
import { NO_CONNECT } from '#client/state/connect-state.ts'
import { redo, startUndo, undo } from '#client/state/undo.ts'
import { HOME, useView } from '#client/state/view-state.ts'

const set = useView.getState().set

beforeEach(() => {
  set({ filter: {}, question: null, connect: NO_CONNECT, camera: HOME, selection: null })
  startUndo()
})

test('filters and Connect come back step by step, and forth again', () => {
  set({ filter: { commodity: ['copper'] } })
  set({ connect: { ...NO_CONNECT, month: 7 } })
  expect(undo()).toBe(true)
  expect(useView.getState().connect.month).toBeNull()
  expect(useView.getState().filter).toEqual({ commodity: ['copper'] })
  expect(undo()).toBe(true)
  expect(useView.getState().filter).toEqual({})
  expect(undo()).toBe(false)
  expect(redo()).toBe(true)
  expect(redo()).toBe(true)
  expect(useView.getState().connect.month).toBe(7)
  expect(redo()).toBe(false)
})

test('a new step forgets what was taken back', () => {
  set({ filter: { commodity: ['copper'] } })
  undo()
  set({ filter: { commodity: ['gold'] } })
  expect(redo()).toBe(false)
  expect(useView.getState().filter).toEqual({ commodity: ['gold'] })
})

test('camera and selection are no steps, nor is the same state read from the link again', () => {
  set({ camera: { ...HOME, zoom: 9 } })
  set({ selection: { dataset: 'ports', id: 'gwadar' } })
  set({ filter: {}, connect: { ...NO_CONNECT } })
  expect(undo()).toBe(false)
  expect(useView.getState().camera.zoom).toBe(9)
})

test('a hundred steps are kept, older ones forgotten', () => {
  for (let month = 0; month < 150; month += 1) set({ connect: { ...NO_CONNECT, month: (month % 12) + 1 } })
  let steps = 0
  while (undo()) steps += 1
  expect(steps).toBe(100)
})
