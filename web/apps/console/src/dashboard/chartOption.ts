import type { EChartsCoreOption } from 'echarts/core'
import type { FigureTable } from './figures'

const MOST_BARS = 12
const ROW = 32

/** Rows that a chart shows; the table has all of them. */
export function shownRows(table: FigureTable): FigureTable['rows'] {
  return table.key === 'byDay' ? table.rows : table.rows.slice(0, MOST_BARS)
}

export function heightOf(table: FigureTable): number {
  return table.key === 'byDay' ? 260 : Math.max(3, shownRows(table).length) * ROW + 16
}

/**
 * What ECharts is to draw.
 *
 * @param colour value of a token by its name
 */
export function optionOf(
  table: FigureTable,
  colour: (name: string) => string,
  animation: boolean,
  width: number,
): EChartsCoreOption {
  const text = { color: colour('text'), fontFamily: colour('font'), fontSize: 13 }
  return {
    animation,
    textStyle: text,
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      // Drawn on the canvas: one of HTML brings style attributes, which the page's policy refuses.
      renderMode: 'richText',
      backgroundColor: colour('surface'),
      borderColor: colour('line'),
      textStyle: text,
    },
    ...(table.key === 'byDay' ? upright(table, colour, text) : lying(table, colour, text, width)),
  }
}

type Text = { color: string; fontSize: number }
type Colour = (name: string) => string

function upright(table: FigureTable, colour: Colour, text: Text): EChartsCoreOption {
  const names = table.headers.slice(1)
  // Hollow and filled, so that the colour is not all that tells them apart.
  const looks = [
    { color: colour('surface'), borderColor: colour('text'), borderWidth: 1.5 },
    { color: colour('brand'), borderColor: colour('brand'), borderWidth: 1.5 },
  ]
  return {
    legend: { data: names, top: 0, textStyle: text },
    grid: { left: 8, right: 8, top: 34, bottom: 4, containLabel: true },
    xAxis: {
      type: 'category',
      data: table.rows.map((row) => String(row[0]).slice(5)),
      axisLabel: text,
      axisLine: { lineStyle: { color: colour('line') } },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      axisLabel: text,
      splitLine: { lineStyle: { color: colour('soft-line') } },
    },
    series: names.map((name, index) => ({
      name,
      type: 'bar',
      data: table.rows.map((row) => row[index + 1]),
      itemStyle: looks[index % looks.length],
    })),
  }
}

function lying(table: FigureTable, colour: Colour, text: Text, width: number): EChartsCoreOption {
  const rows = shownRows(table)
  return {
    grid: { left: 8, right: 56, top: 4, bottom: 4, containLabel: true },
    xAxis: { type: 'value', show: false, minInterval: 1 },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map((row) => String(row[0])),
      axisLabel: { ...text, width: Math.round(width * 0.4), overflow: 'truncate' },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colour('line') } },
    },
    series: [
      {
        name: table.headers[1],
        type: 'bar',
        data: rows.map((row) => row[1]),
        barMaxWidth: 20,
        itemStyle: { color: colour('brand') },
        label: { show: true, position: 'right', ...text },
      },
    ],
  }
}
