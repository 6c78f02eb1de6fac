import { circleMarker, type LayerGroup, layerGroup, type Map } from 'leaflet'
import type { Found } from './find'
import { groundIn, text } from './ground'
import { pointOf } from './station'
import type { Place } from './walking'

const NEAR = 15

/** What a map calls things, in the person's language. */
export interface Names {
  district(code: string): string
  you(): string
}

/** A map of stations over the outlines of the land and the districts, or over configured tiles. */
export class Picture {
  private readonly map: Map
  private readonly pins: LayerGroup

  /**
   * @param chosen told when a station is tapped
   */
  constructor(
    box: HTMLElement,
    private readonly names: Names,
    private readonly chosen: (found: Found) => void,
  ) {
    this.map = groundIn(box, (code) => names.district(code))
    this.pins = layerGroup().addTo(this.map)
  }

  /** Shows these stations, and where the person is, in the place of what was shown. */
  draw(found: readonly Found[], place: Place | null): void {
    this.pins.clearLayers()
    for (const each of found) {
      const point = pointOf(each.station)
      if (point === null) continue
      circleMarker([point[1], point[0]], { radius: 9, className: 'pin' })
        .bindTooltip(text(each.station.name))
        .on('click', () => this.chosen(each))
        .addTo(this.pins)
    }
    if (place !== null) {
      circleMarker([place.latitude, place.longitude], { radius: 8, className: 'here' })
        .bindTooltip(text(this.names.you()))
        .addTo(this.pins)
    }
  }

  /** Goes to where the person is; without that, to all of the stations. */
  look(found: readonly Found[], place: Place | null): void {
    if (place !== null) {
      this.map.setView([place.latitude, place.longitude], NEAR, { animate: false })
      return
    }
    const points = found.map((each) => pointOf(each.station)).filter((point) => point !== null)
    if (points.length === 0) return
    this.map.fitBounds(
      points.map(([longitude, latitude]) => [latitude, longitude] as [number, number]),
      { padding: [24, 24], maxZoom: NEAR, animate: false },
    )
  }

  remove(): void {
    this.map.stop().remove()
  }
}
