import { readFile } from 'node:fs/promises'
import { guardContext } from './support/guard.ts'
import { expectNoAxeViolations, openSignedIn } from './support/pages.ts'
import { columnHeaders } from './support/sessionList.ts'
import { expect, test } from './support/test.ts'
import { openManageDialog, pickView, savedNames, saveView } from './support/views.ts'

const LIST = '/aikynetix/sessions'

test('views travel in a file; what is hostile or broken in one says so and harms nothing', async ({
  page,
  organization,
  browser,
  baseURL,
}) => {
  await openSignedIn(page, organization.admin, `${LIST}?activity=Running&size=50`)
  await saveView(page, 'Runs, fifty at once')
  const manage = await openManageDialog(page)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    manage.getByRole('button', { name: 'Export views' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('motion-console-views.json')
  const exported = await readFile(await download.path(), 'utf8')
  const file = JSON.parse(exported) as { views: unknown[] }
  expect(file.views).toMatchObject([
    { name: 'Runs, fifty at once', search: '?activity=Running&size=50', days: null },
  ])

  const elsewhere = await browser.newContext()
  // No match is 404 in this API's words.
  const check = await guardContext(elsewhere, baseURL ?? '', /sessions\/filter/)
  const other = await elsewhere.newPage()
  await openSignedIn(other, organization.coach)
  await expect(columnHeaders(other).first()).toBeVisible()
  const shown = await columnHeaders(other).allTextContents()
  const theirs = await openManageDialog(other)
  await expect(theirs.getByRole('button', { name: 'Export views' })).toBeDisabled()
  const status = theirs.getByRole('status')
  const take = async (content: string) => {
    await theirs
      .getByLabel('Import views')
      .setInputFiles({ name: 'views.json', mimeType: 'application/json', buffer: Buffer.from(content) })
  }
  await take(exported)
  await expect(status).toHaveText('1 view was added.')
  await take(exported)
  await expect(status).toHaveText('Nothing new. 1 view was here already.')

  const withViews = (views: string, change = {}) =>
    JSON.stringify({ ...file, views: [], ...change }).replace('"views":[]', `"views":[${views}]`)
  const refused: [content: string, reason: string][] = [
    ['Title;Athlete\nTempo run;A. Sørli', 'the file is not JSON, or it is damaged'],
    ['{"views":[{"name":"Runs"}]}', 'the file holds something else than views of this console'],
    [withViews('{"__proto__":{"name":"x","search":"","columns":[]}}'), 'no view that can be read'],
    ['null', 'the file holds something else than views of this console'],
    [withViews('{"name":"x","search":""}', { version: 2 }), 'a newer version of this console'],
    [withViews('{"name":"x","search":""}', { source: 'valor' }), 'views of another source'],
    [exported + ' '.repeat(2_000_000), 'the file is larger than 1 MB'],
  ]
  for (const [content, reason] of refused) {
    await take(content)
    await expect(status).toContainText(reason)
    await expect(status).toHaveText(/^Not imported: .+ Your views are as they were\.$/)
  }

  const script = '<img src=x onerror=document.title=1><script>document.title=1</script>'
  const hostile = {
    name: `\u202E${script.slice(0, 40)}`,
    search: `?title=${encodeURIComponent(script)}&size=9999&from=javascript:1&to=2026-13-45`,
    columns: ['title', '__proto__', 'constructor', 'title'],
    days: { from: 1e99, to: '1' },
  }
  await take(withViews(`${JSON.stringify(hostile)},{"name":"","search":"","columns":["title"]},7`))
  await expect(status).toHaveText('1 view was added. 2 views were left out: not readable.')
  await expectNoAxeViolations(other, '[role=dialog]')
  await other.keyboard.press('Escape')
  expect(await savedNames(other)).toEqual(['Runs, fifty at once', script.slice(0, 40)])
  // Of the address only the title made sense.
  await pickView(other, script.slice(0, 40))
  await expect(other.getByRole('heading', { name: 'No session matches' })).toBeVisible()
  expect(new URL(other.url()).search).toBe(`?${new URLSearchParams({ title: script })}`)
  await expect(columnHeaders(other)).toHaveText(['Title', 'Actions'])
  await expect(other).toHaveTitle('Sessions · Motion Console')
  await pickView(other, 'Runs, fifty at once')
  await expect(other).toHaveURL(`${LIST}?activity=Running&size=50`)
  await expect(columnHeaders(other)).toHaveText(shown)
  await elsewhere.close()
  check()
})
