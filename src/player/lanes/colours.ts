const NAMES = [
  'left',
  'right',
  'ink',
  'ink-2',
  'ink-3',
  'line',
  'line-strong',
  'hover',
  'accent',
  'accent-soft',
] as const

export type Colours = Readonly<Record<(typeof NAMES)[number], string>>

/** The theme's colours as a canvas takes them. */
export function readColours(): Colours {
  const style = getComputedStyle(document.documentElement)
  return Object.fromEntries(
    NAMES.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]),
  ) as Colours
}

/** Calls back when the theme changes; returns the function that stops it. */
export function watchTheme(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  return () => observer.disconnect()
}
