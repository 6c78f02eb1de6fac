import type { Station } from './station'

/** The stations as they were at a time: public data, kept on the phone to be there without network. */
export interface Snapshot {
  stations: Station[]
  /** By this phone's clock, in milliseconds. */
  takenAt: number
}

const DATABASE = 'nuanxin-stations'
const STORE = 'snapshots'
const KEY = 'last'

type Translate = (key: string, values?: Record<string, unknown>) => string

/** The last one kept; null where there is none, or where the browser keeps nothing. */
export async function readSnapshot(): Promise<Snapshot | null> {
  return inStore<Snapshot | undefined>('readonly', (store) => store.get(KEY)).then(
    (found) => found ?? null,
    () => null,
  )
}

/** Keeps it in the place of the last; a browser that keeps nothing is no failure. */
export async function keepSnapshot(snapshot: Snapshot): Promise<void> {
  await inStore('readwrite', (store) => store.put(snapshot, KEY)).catch(() => undefined)
}

/** How old it is, in the largest unit that says it plainly. */
export function ageText(takenAt: number, now: Date, t: Translate): string {
  const minutes = Math.floor((now.getTime() - takenAt) / 60_000)
  if (minutes < 2) return t('stations.age.now')
  if (minutes < 60) return t('stations.age.minutes', { count: minutes })
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return t('stations.age.hours', { count: hours })
  return t('stations.age.days', { count: Math.floor(hours / 24) })
}

async function inStore<T>(
  mode: IDBTransactionMode,
  task: (store: IDBObjectStore) => IDBRequest,
): Promise<T> {
  const database = await open()
  try {
    return (await settled(task(database.transaction(STORE, mode).objectStore(STORE)))) as T
  } finally {
    database.close()
  }
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1)
  request.onupgradeneeded = () => request.result.createObjectStore(STORE)
  return settled(request)
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'))
  })
}
