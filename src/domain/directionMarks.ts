/**
 * Text without the marks that turn the direction of what follows (Unicode's bidirectional controls), for places
 * that cannot keep a text to itself as `<bdi>` does: a window's title, a quotation within a sentence.
 */
export const withoutDirectionMarks = (text: string): string =>
  text.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
