import { withoutDirectionMarks } from '../../../domain/directionMarks.ts'

/** Words as they stand in a single line: line breaks and other control characters become spaces. */
export const oneLine = (words: string): string =>
  withoutDirectionMarks(words)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
