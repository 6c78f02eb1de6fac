/** How large a person wants the text on this device, as a factor. */
export const TEXT_SIZES = [1, 1.15, 1.3] as const

const KEPT = 'nuanxin-text-size'

export function textSize(): number {
  const kept = Number(localStorage.getItem(KEPT))
  return TEXT_SIZES.find((size) => size === kept) ?? 1
}

export function keepTextSize(size: number): void {
  localStorage.setItem(KEPT, String(size))
  applyTextSize()
}

export function applyTextSize(): void {
  document.documentElement.style.setProperty('--nx-text-size', String(textSize()))
}
