import { describe, expect, it } from 'vitest'
import { isInView, keepPlace, scrollTo, sliceOf, type Box } from './windowing'

const box = (more: Partial<Box> = {}): Box => ({
  scrollTop: 0,
  height: 700,
  rowHeight: 70,
  count: 10_000,
  ...more,
})

describe('the window on a long list', () => {
  it('draws what is in view and a few more, never the ten thousand', () => {
    expect(sliceOf(box(), 3)).toEqual({ from: 0, to: 13 })
    expect(sliceOf(box({ scrollTop: 350_035 }), 3)).toEqual({ from: 4997, to: 5014 })
  })

  it('ends with the list', () => {
    expect(sliceOf(box({ scrollTop: 699_300 }), 3)).toEqual({ from: 9987, to: 10_000 })
    expect(sliceOf(box({ count: 4 }))).toEqual({ from: 0, to: 4 })
  })

  it('draws the end where the list has become shorter than the place scrolled to', () => {
    expect(sliceOf(box({ scrollTop: 70_000, count: 20 }), 3)).toEqual({ from: 20, to: 20 })
  })

  it('draws nothing of an empty list, or before the rows have a height', () => {
    expect(sliceOf(box({ count: 0 }))).toEqual({ from: 0, to: 0 })
    expect(sliceOf(box({ rowHeight: 0 }))).toEqual({ from: 0, to: 0 })
  })

  it('bears a browser that scrolls beyond the top', () => {
    expect(sliceOf(box({ scrollTop: -40 }), 0)).toEqual({ from: 0, to: 10 })
  })
})

describe('moving to a row', () => {
  it('does not scroll to what is in view', () => {
    expect(scrollTo(5, box({ scrollTop: 100 }))).toBe(100)
  })

  it('scrolls just as far as it takes, up or down', () => {
    expect(scrollTo(1, box({ scrollTop: 100 }))).toBe(70)
    expect(scrollTo(10, box())).toBe(70)
  })

  it('knows what is in view in part', () => {
    expect(isInView(0, box({ scrollTop: 69 }))).toBe(true)
    expect(isInView(0, box({ scrollTop: 70 }))).toBe(false)
    expect(isInView(10, box())).toBe(false)
  })
})

describe('a list that changes by itself', () => {
  const before = ['a', 'b', 'c', 'd']

  it('keeps the row in its place when others come in above it', () => {
    expect(keepPlace(before, ['new', ...before], ['c'], box({ scrollTop: 140 }))).toBe(210)
  })

  it('keeps it when others above it go', () => {
    expect(keepPlace(before, ['b', 'c', 'd'], ['c'], box({ scrollTop: 140 }))).toBe(70)
  })

  it('goes by the next best row where the first is gone', () => {
    expect(keepPlace(before, ['new', 'a', 'b', 'd'], ['c', 'd'], box({ scrollTop: 70 }))).toBe(70)
    expect(keepPlace(before, ['new', 'a', 'b', 'd'], ['c', 'a'], box({ scrollTop: 70 }))).toBe(140)
  })

  it('stays where none of them is left', () => {
    expect(keepPlace(before, [], ['c'], box({ scrollTop: 140 }))).toBe(140)
  })
})
