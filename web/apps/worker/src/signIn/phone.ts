const MOBILE = /^1[3-9]\d{9}$/

/**
 * Reads a mobile number of mainland China in any usual form; the service has the last word.
 *
 * @return its eleven digits, or null
 */
export function readPhone(text: string): string | null {
  const plain = text.normalize('NFKC')
  if (!/^[\d\s()+.-]+$/.test(plain)) return null
  const digits = plain.replace(/\D/g, '').replace(/^(?:00)?86(?=\d{11}$)/, '')
  return MOBILE.test(digits) ? digits : null
}

/** Eleven digits as people read them out: `138 0013 8000`. */
export function spokenPhone(phone: string): string {
  const digits = readPhone(phone)
  return digits === null ? phone : `${digits.slice(0, 3)} ${digits.slice(3, 7)} ${digits.slice(7)}`
}
