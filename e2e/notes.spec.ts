import type { Page } from '@playwright/test'
import { expectFilm } from './support/film.ts'
import { fileOf } from './support/notes.ts'
import { expectNoAxeViolations, openSignedIn } from './support/pages.ts'
import { expect, test } from './support/test.ts'

const notes = (page: Page) => page.getByRole('region', { name: 'Notes' })
const events = (page: Page) => page.getByRole('region', { name: 'Events' })
const texts = (page: Page) => notes(page).getByRole('list', { name: 'Notes in the order of time' })

test('@phone notes and events of a session: written at a moment, kept here, taken to a file and back, and deleted with it', async ({
  page,
  context,
  organization,
}) => {
  const id = organization.sessionIds[0] ?? ''
  await openSignedIn(page, organization.admin, `/aikynetix/sessions/${id}?t=1&a=0.5&b=1.5`)
  await expectFilm(page)

  await test.step('a moment is marked and the clock counts from it', async () => {
    await page.keyboard.press('m')
    await page.getByRole('menuitem', { name: 'Left foot strike' }).click()
    await expect(events(page).getByRole('button', { name: '1.000 s Left foot strike' })).toBeVisible()
    await page.getByRole('button', { name: 'Actions for Left foot strike, 1.000 s' }).click()
    await page.getByRole('menuitem', { name: 'Zero the clock here' }).click()
    await expect(events(page).getByText('The clock reads 0 at “Left foot strike”.')).toBeVisible()
  })

  await test.step('notes are of a moment or a range, in the time that is shown', async () => {
    await notes(page).getByRole('button', { name: 'Write a note' }).click()
    await page.keyboard.type('=late, by far\n--> see the knee')
    await page.keyboard.press('ControlOrMeta+Enter')
    await expect(notes(page).getByRole('button', { name: 'Go to 0.000 s' })).toBeVisible()
    await notes(page).getByRole('button', { name: 'Write a note' }).click()
    await notes(page).getByRole('textbox', { name: 'Note' }).fill('Whole step')
    await notes(page).getByRole('button', { name: 'Use the loop, −0.500 to 0.500 s' }).click()
    for (const part of ['Notes', 'Events']) await expectNoAxeViolations(page, `section[aria-label="${part}"]`)
    await notes(page).getByRole('button', { name: 'Save note' }).click()
    await expect(texts(page).getByRole('listitem')).toHaveText([/Whole step/, /=late, by far/])
  })

  const other = await context.newPage()
  await test.step('another tab shows them, and what it changes is seen here', async () => {
    await other.goto(page.url())
    await expect(texts(other).getByRole('listitem')).toHaveText([/Whole step/, /=late, by far/])
    await other.getByRole('button', { name: 'Edit note at −0.500 to 0.500 s' }).click()
    await other.getByRole('textbox', { name: 'Note' }).fill('Whole step, left')
    await other.getByRole('button', { name: 'Save note' }).click()
    await expect(texts(page)).toContainText('Whole step, left')
    await other.close()
  })

  await test.step('each form of file brings them back', async () => {
    const files = {
      json: await fileOf(page, 'Export as JSON'),
      csv: await fileOf(page, 'Export as CSV'),
      vtt: await fileOf(page, 'Export as WebVTT'),
    }
    expect(files.csv.text).toContain(`"'=late, by far`)
    expect(files.vtt.text).toContain('00:00:01.000 --> 00:00:02.000\n=late, by far\n--&gt; see the knee')
    for (const [form, { name, text }] of Object.entries(files)) {
      expect(name).toMatch(new RegExp(`\\.notes\\.${form}$`))
      await notes(page)
        .getByRole('button', { name: /^Delete note at 0\.000 s/ })
        .click()
      await expect(notes(page).getByRole('button', { name: 'Undo' })).toBeFocused()
      await notes(page)
        .getByLabel('Import notes…')
        .setInputFiles({ name, mimeType: '', buffer: Buffer.from(text) })
      const dialog = page.getByRole('dialog', { name: 'Import notes' })
      await expect(dialog.getByText('1 note to be added. 1 note is here already.')).toBeVisible()
      await dialog.getByRole('button', { name: 'Add 1 note' }).click()
      await expect(texts(page).getByRole('listitem')).toHaveText([
        /Whole step, left/,
        /=late, by far\n--> see the knee/,
      ])
    }
    await notes(page)
      .getByLabel('Import notes…')
      .setInputFiles({ name: 'x.json', mimeType: '', buffer: Buffer.from('{"format":"motion-console-notes') })
    const dialog = page.getByRole('dialog', { name: 'Import notes' })
    await expect(dialog.getByRole('alert')).toHaveText(/cut off or damaged\. Your notes are as they were\./)
    await dialog.getByRole('button', { name: 'Close' }).last().click()
  })

  await test.step('they go with the session', async () => {
    await page.getByRole('button', { name: 'Delete', exact: true }).click()
    const dialog = page.getByRole('alertdialog', { name: 'Delete session?' })
    await expect(dialog.getByText('Your own 2 notes and 1 event')).toBeVisible()
    await dialog.getByRole('button', { name: 'Delete' }).click()
    await expect(page).toHaveURL('/aikynetix/sessions')
    const left = () => page.evaluate((id) => Object.keys(localStorage).filter((key) => key.includes(id)), id)
    await expect.poll(left).toEqual([])
  })
})
