/** Browsers read the address of a download a moment after the click. */
const READ_WITHIN_MS = 30_000

/** Hands bytes to the browser as a download with this name. */
export function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), READ_WITHIN_MS)
}
