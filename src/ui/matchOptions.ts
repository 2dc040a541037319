/** `hint` stands beside the label and is searched as well. Both are shown as text, whatever they hold. */
export type ComboboxOption = { value: string; label: string; hint?: string | null }

/** The options to draw, and how many more match. */
export type Matches = ComboboxOption[] & { more: number }

const MOST_DRAWN = 50

/** Letters that Unicode does not take apart into a plain letter and a mark. */
const PLAIN: Record<string, string> = {
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ı: 'i',
}

const ASCII = /^[\x20-\x7e]*$/

/** In plain small letters. Most names need nothing but that their capitals go, which is much quicker. */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[øđðłßæœþı]/g, (letter) => PLAIN[letter] ?? letter)
}

/**
 * Finds options that hold every word typed, anywhere, whatever its case and accents. Those in which the first word
 * begins a word come first; the order is kept otherwise.
 */
export function createMatcher(options: readonly ComboboxOption[]): (typed: string) => Matches {
  let folded: { option: ComboboxOption; text: string }[] | undefined
  return (typed) => {
    const words = fold(typed).split(/\s+/).filter(Boolean)
    if (words.length === 0) return firstOf(options)
    folded ??= options.map((option) => ({ option, text: fold(` ${option.label} ${option.hint ?? ''}`) }))
    const first: ComboboxOption[] = []
    const rest: ComboboxOption[] = []
    for (const { option, text } of folded) {
      if (words.every((word) => text.includes(word))) {
        if (text.includes(` ${words[0]}`)) first.push(option)
        else rest.push(option)
      }
    }
    return firstOf([...first, ...rest])
  }
}

const firstOf = (options: readonly ComboboxOption[]): Matches =>
  Object.assign(options.slice(0, MOST_DRAWN), { more: Math.max(0, options.length - MOST_DRAWN) })
