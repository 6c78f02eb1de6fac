import 'leaflet/dist/leaflet.css'
import './picture.css'
import districts from '@nuanxin/ui/geo/sanya-districts.json'
import land from '@nuanxin/ui/geo/sanya-land.json'
import type { GeoJsonObject } from 'geojson'
import { geoJSON, map as leaflet, type Map, tileLayer, tooltip } from 'leaflet'
import { configuredTiles } from './tiles'

const SANYA: [number, number] = [18.3, 109.5]

/**
 * A map of nothing but the outlines of the land and the districts, or of configured tiles.
 *
 * @param district what a district is called, by its code
 */
export function groundIn(box: HTMLElement, district: (code: string) => string): Map {
  const map = leaflet(box, {
    minZoom: 9,
    maxZoom: 18,
    // Cheap phones stutter at it, and Leaflet stumbles when a map goes in the middle of one.
    zoomAnimation: false,
    markerZoomAnimation: false,
    fadeAnimation: false,
  }).setView(SANYA, 10)
  map.attributionControl.setPrefix(false)
  const tiles = configuredTiles()
  if (tiles === null) outline(map, district)
  else tileLayer(tiles.url, { attribution: tiles.attribution, maxZoom: 18 }).addTo(map)
  return map
}

/** As text: Leaflet would take a string for markup. */
export function text(content: string): HTMLElement {
  const element = document.createElement('span')
  element.textContent = content
  return element
}

function outline(map: Map, district: (code: string) => string): void {
  const still = { interactive: false }
  geoJSON(land as GeoJsonObject, {
    ...still,
    style: { className: 'land' },
    attribution: 'GSHHG',
  }).addTo(map)
  geoJSON(districts as GeoJsonObject, { ...still, style: { className: 'district' } }).addTo(map)
  for (const { properties } of districts.features) {
    const [longitude = 0, latitude = 0] = properties.cp
    // Not where Leaflet takes the middle to be: with all of its islets, that is one of them.
    tooltip({ permanent: true, direction: 'center', className: 'district-name' })
      .setLatLng([latitude, longitude])
      .setContent(text(district(properties.code)))
      .addTo(map)
  }
}
