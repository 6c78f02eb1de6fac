/** Background pictures of a map, from a server that a federation names. */
export interface Tiles {
  url: string
  attribution: string
}

/**
 * As `<meta name="nuanxin-tiles" content="https://…/{z}/{x}/{y}.png" data-attribution="…">` says; null
 * where it says nothing, as by default. The server's tiles are to be in WGS-84, and the gateway's
 * `tile-origin` has to allow it.
 */
export function configuredTiles(page: Document = document): Tiles | null {
  const meta = page.querySelector<HTMLMetaElement>('meta[name="nuanxin-tiles"]')
  return meta?.content ? { url: meta.content, attribution: meta.dataset.attribution ?? '' } : null
}
