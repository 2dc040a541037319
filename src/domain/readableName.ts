/** A name of the source as words, such as of a field, a metric or a series: `clean_and_jerk` reads `Clean and jerk`. */
export function readableName(name: string): string {
  const words = name.replaceAll('_', ' ').trim()
  return words === '' ? name : words.charAt(0).toUpperCase() + words.slice(1)
}
