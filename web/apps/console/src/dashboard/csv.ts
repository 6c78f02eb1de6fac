/** What is in one cell of a table. */
export type Cell = string | number

// A spreadsheet takes text that begins like this for a formula and runs it.
const FORMULA = /^[=+\-@\t\r]/

/** A table as RFC 4180 has it, led by the mark by which Excel knows UTF-8. */
export function csvOf(headers: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return '\uFEFF' + [headers, ...rows].map((row) => row.map(field).join(',') + '\r\n').join('')
}

function field(cell: Cell): string {
  if (typeof cell === 'number') return String(cell)
  const safe = FORMULA.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Hands a table to the browser as a file. */
export function saveCsv(name: string, csv: string): void {
  const address = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
