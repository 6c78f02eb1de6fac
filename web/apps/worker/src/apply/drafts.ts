import { IndexedDbShelf, type Kept, type Shelf } from './shelf'

const DRAFT = 'draft/'
const MILLIS_KEPT = 7 * 24 * 60 * 60 * 1000

/**
 * What people typed and have not sent yet, by a name of the caller's. A device that refuses to keep
 * anything (a private window) still works: what is typed is then in memory only.
 */
export class Drafts {
  private readonly memory = new Map<string, Kept>()

  constructor(
    private readonly shelf: Shelf,
    private readonly now: () => number = Date.now,
  ) {}

  /** What is kept under the name; null when there is nothing, or it is older than seven days. */
  async read<T>(name: string): Promise<T | null> {
    const kept =
      (await this.shelf.read(DRAFT + name).catch(() => null)) ?? this.memory.get(name) ?? null
    if (kept === null) return null
    if (this.isOld(kept)) {
      await this.remove(name)
      return null
    }
    return kept.value as T
  }

  /** @param surely see {@link Shelf.write} */
  async write(name: string, value: unknown, surely = false): Promise<void> {
    const kept = { at: this.now(), value }
    this.memory.set(name, kept)
    await this.shelf.write(DRAFT + name, kept, surely).catch(() => undefined)
  }

  async remove(name: string): Promise<void> {
    this.memory.delete(name)
    await this.shelf.remove(DRAFT + name).catch(() => undefined)
  }

  /** Removes all drafts, whoever's they are: for signing out. */
  async clear(): Promise<void> {
    this.memory.clear()
    for (const name of await this.names()) {
      await this.shelf.remove(name).catch(() => undefined)
    }
  }

  /** Removes what is older than seven days, also of people who never came back. */
  async removeOld(): Promise<void> {
    for (const name of await this.names()) {
      const kept = await this.shelf.read(name).catch(() => null)
      if (kept !== null && this.isOld(kept)) await this.shelf.remove(name).catch(() => undefined)
    }
  }

  private async names(): Promise<string[]> {
    const all = await this.shelf.names().catch(() => [])
    return all.filter((name) => name.startsWith(DRAFT))
  }

  private isOld(kept: Kept): boolean {
    return this.now() - kept.at > MILLIS_KEPT
  }
}

/** This device's shelf and drafts. */
export const shelf: Shelf = new IndexedDbShelf()
export const drafts = new Drafts(shelf)
