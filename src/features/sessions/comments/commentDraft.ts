import { sameComments } from '../../../domain/reportComments.ts'
import type { ReportComment } from '../../../domain/session.ts'
import { commentLanguages, DOCUMENTED_LANGUAGES } from './commentLanguages.ts'

/** A comment as its form has it: a field for each language, empty ones included. */
export type CommentDraft = { key: string; fields: { language: string; words: string }[] }

/**
 * The form of all comments: each in its own languages and those that others are in; one without a language stays so.
 * One whose words are blanks alone is left out: it says nothing, and would have to be filled before anything is saved.
 */
export function draftOf(comments: readonly ReportComment[]): CommentDraft[] {
  const offered = languagesOffered(comments)
  const drafts = comments.map(({ key, text }) => {
    const isPlain = Object.keys(text).every((language) => language === '')
    const own = Object.keys(text).filter((language) => !offered.includes(language))
    const languages = isPlain ? [''] : [...offered, ...own]
    return { key, fields: languages.map((language) => ({ language, words: textIn(text, language) })) }
  })
  return drafts.filter((draft) => !isEmpty(draft))
}

/** A new comment, with a field for each language in use. */
export const newDraft = (key: string, comments: readonly ReportComment[]): CommentDraft => ({
  key,
  fields: languagesOffered(comments).map((language) => ({ language, words: '' })),
})

/** Gives the words without a language a place in each; they stand in the first. */
export const byLanguage = (
  { key, fields }: CommentDraft,
  comments: readonly ReportComment[],
): CommentDraft => ({
  key,
  fields: languagesOffered(comments).map((language, index) => ({
    language,
    words: index === 0 ? (fields[0]?.words ?? '') : '',
  })),
})

/** The comments that a form says; an empty field is no words in that language. */
export const commentsOf = (draft: readonly CommentDraft[]): ReportComment[] =>
  draft.flatMap(({ key, fields }) => {
    const written = fields.filter(({ words }) => words.trim() !== '')
    return written.length === 0
      ? []
      : [{ key, text: Object.fromEntries(written.map(({ language, words }) => [language, words])) }]
  })

export const isEmpty = ({ fields }: CommentDraft): boolean => fields.every(({ words }) => words.trim() === '')

/** Whether leaving would lose something. Words that were blanks already are none. */
export const isChanged = (before: readonly ReportComment[], draft: readonly CommentDraft[]): boolean =>
  !sameComments(commentsOf(draftOf(before)), commentsOf(draft)) || draft.some(isEmpty)

/** The languages documented, and those that the comments name; English first. */
function languagesOffered(comments: readonly ReportComment[]): string[] {
  const named = commentLanguages(comments).filter((language) => language !== '')
  return [...new Set([...DOCUMENTED_LANGUAGES, ...named])]
}

const textIn = (text: Record<string, string>, language: string): string =>
  Object.hasOwn(text, language) ? (text[language] ?? '') : ''
