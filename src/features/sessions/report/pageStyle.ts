import { useEffect } from 'react'
import { withoutDirectionMarks } from '../../../domain/directionMarks.ts'
import { sheetText } from '../../../messages/report.ts'
import type { Paper } from './reportStore.ts'

/** Characters of what stands at the head of each page beside the date. */
const LONGEST_HEAD = 70

/** What stands on every page but the first, in its margins. */
export type PageMargins = { readonly head: string; readonly day: string; readonly foot: string }

/**
 * The pages as a style sheet: their size, and in the margins (of browsers that draw there, as Chromium does) title, day
 * and page number. The margins leave 180 mm on both papers, so that lines break alike; Sheet.module.css has them too.
 */
export function pageCss(paper: Paper, { head, day, foot }: PageMargins): string {
  const margins = paper === 'A4' ? '18mm 15mm 17mm' : '17mm 17.95mm 16mm'
  const type =
    'font: 7.5pt/1.3 system-ui, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif'
  const box = (content: string, align: string) => `content: ${content}; ${type}; color: #56534d; ${align}`
  const count = `${cssString(`${sheetText.page} `)} counter(page) ${cssString(` ${sheetText.pageOf} `)} counter(pages)`
  const top = 'vertical-align: bottom; padding-bottom: 4mm'
  const bottom = 'vertical-align: top; padding-top: 4mm'
  return `@page {
  size: ${paper};
  margin: ${margins};
  @top-left { ${box(cssString(shorten(head)), `${top}; text-align: left; width: 75%`)} }
  @top-right { ${box(cssString(day), `${top}; text-align: right; width: 25%`)} }
  @bottom-left { ${box(cssString(foot), `${bottom}; text-align: left; width: 75%`)} }
  @bottom-right { ${box(count, `${bottom}; text-align: right; width: 25%`)} }
}
@page :first {
  @top-left { content: none }
  @top-right { content: none }
}`
}

/** Text from anywhere as a string of a style sheet: all but letters, digits and spaces is written by its number. */
export const cssString = (text: string): string =>
  `"${withoutDirectionMarks(text).replace(/[^\p{L}\p{M}\p{N} ]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 0xfffd).toString(16)} `)}"`

function shorten(text: string): string {
  const characters = [...text]
  return characters.length > LONGEST_HEAD ? `${characters.slice(0, LONGEST_HEAD - 1).join('')}…` : text
}

/** Sets the pages up for as long as the report is shown. The policy allows no style element; a sheet of the script's own it does. */
export function usePageStyle(paper: Paper, { head, day, foot }: PageMargins): void {
  useEffect(() => {
    // A document without them prints on the paper that the printer has.
    if (!('adoptedStyleSheets' in document)) return
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(pageCss(paper, { head, day, foot }))
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet)
    }
  }, [paper, head, day, foot])
}
