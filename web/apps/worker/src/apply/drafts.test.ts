import { describe, expect, it } from 'vitest'
import { Drafts } from './drafts'
import type { Kept, Shelf } from './shelf'

/** A shelf in memory; it may refuse everything, as a private window does. */
class ShelfInMemory implements Shelf {
  readonly all = new Map<string, Kept>()
  refusing = false

  async read(name: string): Promise<Kept | null> {
    this.check()
    return this.all.get(name) ?? null
  }

  async write(name: string, kept: Kept): Promise<void> {
    this.check()
    this.all.set(name, kept)
  }

  async remove(name: string): Promise<void> {
    this.check()
    this.all.delete(name)
  }

  async names(): Promise<string[]> {
    this.check()
    return [...this.all.keys()]
  }

  private check(): void {
    if (this.refusing) throw new Error('refused')
  }
}

const DAY = 24 * 60 * 60 * 1000

describe('drafts', () => {
  it('are there again after a reload', async () => {
    const shelf = new ShelfInMemory()
    await new Drafts(shelf).write('one', { name: '王小明' })
    expect(await new Drafts(shelf).read('one')).toEqual({ name: '王小明' })
    expect(await new Drafts(shelf).read('another')).toBeNull()
  })

  it('are gone after seven days, and not before', async () => {
    const shelf = new ShelfInMemory()
    let now = 0
    const drafts = new Drafts(shelf, () => now)
    await drafts.write('one', 1)
    now = 7 * DAY
    expect(await drafts.read('one')).toBe(1)
    now = 7 * DAY + 1
    expect(await drafts.read('one')).toBeNull()
    expect(shelf.all.size).toBe(0)
  })

  it('of people who never came back are removed when they are old', async () => {
    const shelf = new ShelfInMemory()
    let now = 0
    const drafts = new Drafts(shelf, () => now)
    await drafts.write('old', 1)
    now = 7 * DAY
    await drafts.write('young', 1)
    now++
    await drafts.removeOld()
    expect([...shelf.all.keys()]).toEqual(['draft/young'])
  })

  it('all go on signing out; what is not a draft stays', async () => {
    const shelf = new ShelfInMemory()
    const drafts = new Drafts(shelf)
    await shelf.write('celebrated/a', { at: 0, value: true })
    await drafts.write('one', 1)
    await drafts.write('two', 2)
    await drafts.clear()
    expect([...shelf.all.keys()]).toEqual(['celebrated/a'])
    expect(await drafts.read('one')).toBeNull()
  })

  it('live in memory where the device keeps nothing', async () => {
    const shelf = new ShelfInMemory()
    shelf.refusing = true
    const drafts = new Drafts(shelf)
    await drafts.write('one', 1)
    expect(await drafts.read('one')).toBe(1)
    await drafts.clear()
    expect(await drafts.read('one')).toBeNull()
  })
})
