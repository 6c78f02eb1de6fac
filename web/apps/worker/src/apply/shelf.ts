/**
 * Where this device keeps what its person has typed: IndexedDB and nothing else, since it is personal.
 * Everything under `draft/` goes on signing out and after seven days.
 */
export interface Shelf {
  /** Null when nothing is kept under the name. */
  read(name: string): Promise<Kept | null>
  /** @param surely comes back only when it is on the disk, so that a dead battery loses nothing */
  write(name: string, kept: Kept, surely?: boolean): Promise<void>
  remove(name: string): Promise<void>
  names(): Promise<string[]>
}

/** Something kept, and since when. */
export interface Kept {
  /** By this device's clock, in milliseconds. */
  at: number
  value: unknown
}

const DATABASE = 'nuanxin'
const STORE = 'kept'

/** A shelf in the browser's own database. */
export class IndexedDbShelf implements Shelf {
  private opened: Promise<IDBDatabase> | null = null

  async read(name: string): Promise<Kept | null> {
    const found = await this.ask('readonly', (store) => store.get(name) as IDBRequest<unknown>)
    return (found as Kept | undefined) ?? null
  }

  async write(name: string, kept: Kept, surely = false): Promise<void> {
    await this.ask('readwrite', (store) => store.put(kept, name), surely ? 'strict' : 'default')
  }

  async remove(name: string): Promise<void> {
    await this.ask('readwrite', (store) => store.delete(name), 'strict')
  }

  async names(): Promise<string[]> {
    return (await this.ask('readonly', (store) => store.getAllKeys())).map(String)
  }

  private async ask<T>(
    mode: IDBTransactionMode,
    what: (store: IDBObjectStore) => IDBRequest<T>,
    durability: IDBTransactionDurability = 'default',
  ): Promise<T> {
    const database = await (this.opened ??= open())
    return new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, mode, { durability })
      const request = what(transaction.objectStore(STORE))
      transaction.oncomplete = () => resolve(request.result)
      transaction.onerror = transaction.onabort = () => reject(transaction.error)
    })
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(STORE)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
