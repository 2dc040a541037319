/** Light, dark, or as the system says. Kept on this device. */
export const THEME_CHOICES = ['system', 'light', 'dark'] as const
export type ThemeChoice = (typeof THEME_CHOICES)[number]

const KEY = 'motion-console:theme'
const dark = () => matchMedia('(prefers-color-scheme: dark)')

export function themeChoice(): ThemeChoice {
  try {
    const kept = localStorage.getItem(KEY)
    return THEME_CHOICES.find((choice) => choice === kept) ?? 'system'
  } catch {
    return 'system' // a browser that keeps nothing
  }
}

export function chooseTheme(choice: ThemeChoice): void {
  try {
    localStorage.setItem(KEY, choice)
  } catch {
    // A browser that keeps nothing: the choice lasts as long as the page.
  }
  show(choice)
}

/** Shows the chosen theme and follows the system, and other tabs, from then on. */
export function applyTheme(): void {
  show(themeChoice())
  dark().addEventListener('change', () => show(themeChoice()))
  addEventListener('storage', (event) => {
    if (event.key === KEY) show(themeChoice())
  })
}

function show(choice: ThemeChoice): void {
  document.documentElement.dataset.theme = choice === 'system' ? (dark().matches ? 'dark' : 'light') : choice
}
