import 'leaflet/dist/leaflet.css'
import './picture.css'
import districts from '@nuanxin/ui/geo/sanya-districts.json'
import land from '@nuanxin/ui/geo/sanya-land.json'
import type { GeoJsonObject } from 'geojson'
import {
  circleMarker,
  geoJSON,
  type LayerGroup,
  layerGroup,
  map as leaflet,
  type Map,
  tileLayer,
} from 'leaflet'
import type { Found } from './find'
import { pointOf } from './station'
import { configuredTiles } from './tiles'
import type { Place } from './walking'

const NEAR = 15
const SANYA: [number, number] = [18.3, 109.5]

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
    this.map = leaflet(box, {
      minZoom: 9,
      maxZoom: 18,
      // Cheap phones stutter at it, and Leaflet stumbles when a map goes in the middle of one.
      zoomAnimation: false,
      markerZoomAnimation: false,
      fadeAnimation: false,
    }).setView(SANYA, 10)
    this.map.attributionControl.setPrefix(false)
    this.ground()
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

  private ground(): void {
    const tiles = configuredTiles()
    if (tiles !== null) {
      tileLayer(tiles.url, { attribution: tiles.attribution, maxZoom: 18 }).addTo(this.map)
      return
    }
    const still = { interactive: false }
    geoJSON(land as GeoJsonObject, {
      ...still,
      style: { className: 'land' },
      attribution: 'GSHHG',
    }).addTo(this.map)
    geoJSON(districts as GeoJsonObject, { ...still, style: { className: 'district' } })
      .eachLayer((layer) => {
        const { feature } = layer as unknown as { feature: GeoJSON.Feature }
        layer.bindTooltip(text(this.names.district(String(feature.properties?.code))), {
          permanent: true,
          direction: 'center',
          className: 'district-name',
        })
      })
      .addTo(this.map)
  }
}

/** As text: Leaflet would take a string for markup. */
function text(content: string): HTMLElement {
  const element = document.createElement('span')
  element.textContent = content
  return element
}
