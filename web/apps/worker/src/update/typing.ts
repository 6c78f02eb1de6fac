const NOT_TYPED = new Set(['checkbox', 'radio', 'hidden', 'submit', 'button', 'range'])

/** Whether a person is in the middle of something that a reload would take away. */
export function isBusy(page: Document): boolean {
  if (page.querySelector('dialog[open]') !== null) return true
  const fields = page.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')
  return [...fields].some(
    (field) =>
      !NOT_TYPED.has(field.type) &&
      (field.value !== field.defaultValue || field === page.activeElement),
  )
}
