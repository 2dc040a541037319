import type { ReportComment } from '../../../domain/session.ts'

/** The language codes of all comments, English first, the others in their order; `''` where none is named. */
export function commentLanguages(comments: readonly ReportComment[]): string[] {
  const codes = [...new Set(comments.flatMap((comment) => Object.keys(comment.text)))]
  const named = codes.filter((code) => code !== '')
  const ordered = [...named.filter(isEnglish), ...named.filter((code) => !isEnglish(code))]
  // A comment without a language is shown in every one; it is a choice of its own only when nothing else is.
  return ordered.length > 0 ? ordered : codes
}

/** The words of a comment in a language, else without one, else in whichever it has. */
export function commentText({ text }: ReportComment, language: string): { code: string; words: string } {
  const code = [language, '', ...Object.keys(text)].find((each) => Object.hasOwn(text, each)) ?? ''
  return { code, words: text[code] ?? '' }
}

const isEnglish = (code: string) => /^en\b/i.test(code)

/** A code as an HTML language tag; undefined when it is none. */
export const languageTag = (code: string): string | undefined =>
  /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(code) ? code : undefined

/** The languages the API documents; the browser's own list of names takes a tenth of a second to open on a slow device. */
const DOCUMENTED: Readonly<Record<string, string>> = { en: 'English', ru: 'Russian' }
export const DOCUMENTED_LANGUAGES = Object.keys(DOCUMENTED)

/** A language by its English name; the code itself where it has none, null for `''`. */
export function languageName(code: string): string | null {
  if (code === '') return null
  if (Object.hasOwn(DOCUMENTED, code)) return DOCUMENTED[code] ?? code
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(code) ?? code
  } catch {
    return code // not a code that Unicode has names for, such as `zh-cmn`
  }
}
