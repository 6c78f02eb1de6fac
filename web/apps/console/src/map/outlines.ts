import districts from '@nuanxin/ui/geo/sanya-districts.json'

/** Longitude and latitude in degrees. */
export type Point = readonly [number, number]

/** A district as it is drawn. */
export interface Outline {
  code: string
  name: string
  /** The `d` of an SVG path. */
  path: string
  /** Where its name goes. */
  label: { x: number; y: number }
  bounds: Bounds
}

/** A rectangle of the drawing. */
export interface Bounds {
  x: number
  y: number
  width: number
  height: number
}

const WEST = 108.9
const NORTH = 18.65
const SCALE = 1000
// A degree of longitude is this much of one of latitude, so far south.
const SQUEEZE = Math.cos((18.35 * Math.PI) / 180)

/** Where a place is in the drawing. */
export function placed([longitude, latitude]: Point): { x: number; y: number } {
  return {
    x: Math.round((longitude - WEST) * SQUEEZE * SCALE * 10) / 10,
    y: Math.round((NORTH - latitude) * SCALE * 10) / 10,
  }
}

export const OUTLINES: readonly Outline[] = districts.features.map((feature) => {
  const rings = feature.geometry.coordinates.flat() as unknown as Point[][]
  const placedRings = rings.map((ring) => ring.map(placed))
  return {
    code: feature.properties.code,
    name: feature.properties.name,
    path: placedRings
      .map((ring) => 'M' + ring.map(({ x, y }) => `${x} ${y}`).join('L') + 'Z')
      .join(''),
    label: placed(feature.properties.cp as unknown as Point),
    bounds: around(placedRings.flat()),
  }
})

/** The whole city, or one district, with some room about it. */
export function viewOf(code: string): Bounds {
  const shown = OUTLINES.filter((each) => code === '' || each.code === code)
  const inner = around(
    (shown.length > 0 ? shown : OUTLINES).flatMap(({ bounds }) => [
      { x: bounds.x, y: bounds.y },
      { x: bounds.x + bounds.width, y: bounds.y + bounds.height },
    ]),
  )
  const room = inner.width * 0.04
  return {
    x: inner.x - room,
    y: inner.y - room,
    width: inner.width + 2 * room,
    height: inner.height + 2 * room,
  }
}

function around(points: readonly { x: number; y: number }[]): Bounds {
  const xs = points.map((point) => point.x)
  const ys = points.map((point) => point.y)
  const x = Math.min(...xs)
  const y = Math.min(...ys)
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
}
