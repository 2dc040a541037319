const KEY_NAMES: Readonly<Record<string, string>> = {
  ' ': 'Space',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
}

/** Words of the list of keyboard shortcuts. */
export const shortcutsText = {
  title: 'Keyboard shortcuts',
  anywhere: 'Anywhere',
  use: 'Use keyboard shortcuts',
  hint: 'None of them acts while you type, or in a dialog or a menu.',
  /** A key as it is written on a keyboard. */
  key: (name: string): string => {
    if (name.startsWith('Shift+')) return `Shift ${shortcutsText.key(name.slice('Shift+'.length))}`
    return KEY_NAMES[name] ?? (name.length === 1 ? name.toUpperCase() : name)
  },
} as const
