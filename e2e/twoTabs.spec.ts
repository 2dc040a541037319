import type { BrowserContext, Page } from '@playwright/test'
import { answer, BY_IDS, fillIn, holdBack, ONE, openDialog } from './support/faults.ts'
import { createOrganization, deleteOrganization } from './support/organization.ts'
import { openSignedIn, signIn } from './support/pages.ts'
import { expect, test } from './support/test.ts'

test.use({ expectedConsoleErrors: /Failed to load resource|ERR_/ })

/** Another tab of the same browser at this address, which is signed in already. */
async function openTab(context: BrowserContext, address: string): Promise<Page> {
  const tab = await context.newPage()
  await tab.goto(address)
  return tab
}

/** Goes to an address within the console, whose memory a load would empty. */
const visit = (page: Page, address: string) =>
  page.evaluate((to) => {
    history.pushState(null, '', to)
    dispatchEvent(new PopStateEvent('popstate', { state: null }))
  }, address)

/** The browser draws a tab behind another about once a second, and each step would wait for that. */
const turnTo = (tab: Page) => tab.bringToFront()

async function signOut(page: Page) {
  await turnTo(page)
  await page.getByRole('button', { name: 'Account', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
}

test('the second tab to save is shown the first one’s change, and may keep its own', async ({
  page,
  context,
  organization,
}) => {
  const address = `/aikynetix/sessions/${organization.sessionIds[0]}/edit`
  await page.goto(address)
  await fillIn(page, organization.admin)
  const second = await openTab(context, address)
  await second.getByRole('dialog').getByRole('textbox', { name: 'Title' }).fill('From the second tab')
  await turnTo(page)
  await page.getByRole('dialog').getByRole('textbox', { name: 'Title' }).fill('From the first tab')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'From the first tab' })).toBeVisible()

  await turnTo(second)
  const dialog = second.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByRole('alert')).toContainText('From the first tab')
  await expect(dialog.getByRole('textbox', { name: 'Title' })).toHaveValue('From the second tab')
  await dialog.getByRole('button', { name: 'Keep mine over it' }).click()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(second.getByRole('heading', { level: 1, name: 'From the second tab' })).toBeVisible()
  await turnTo(page)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: 'From the second tab' })).toBeVisible()
})

test('a session deleted in one tab is gone in the other, whatever is open there', async ({
  page,
  context,
  organization,
}) => {
  const id = organization.sessionIds[0] ?? ''
  await openSignedIn(page, organization.admin)
  const editing = await openTab(context, `/aikynetix/sessions/${id}/edit`)
  await editing.getByRole('dialog').getByRole('textbox', { name: 'Title' }).fill('Too late')
  const deleting = await openTab(context, `/aikynetix/sessions/${id}/delete`)
  await expect(deleting.getByRole('alertdialog')).toBeVisible()
  const watching = await openTab(context, `/aikynetix/sessions/${id}`)
  await expect(watching.getByRole('region', { name: 'Metrics' })).toBeVisible()

  await turnTo(page)
  const dialog = await openDialog(page, 'Delete')
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByText(/^Deleted “/)).toBeVisible()

  await turnTo(editing)
  await editing.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(editing.getByRole('dialog').getByRole('alert')).toContainText('It is not there')
  await expect(editing.getByRole('dialog').getByRole('textbox', { name: 'Title' })).toHaveValue('Too late')
  await turnTo(deleting)
  await deleting.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click()
  await expect(deleting.getByText(/^Deleted “/)).toBeVisible()
  await turnTo(watching)
  await watching.reload()
  await expect(watching.getByRole('heading', { level: 1, name: 'This session is not there' })).toBeVisible()
})

test('signing out elsewhere asks nothing about an unsaved edit and leaves nothing to read', async ({
  page,
  context,
  organization,
}) => {
  await signIn(page, organization.admin)
  const other = await openTab(context, '/')
  await turnTo(page)
  const title = (await page.getByRole('table').getByRole('link').first().textContent()) ?? ''
  const dialog = await openDialog(page, 'Edit')
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Not saved yet')
  await signOut(other)
  await turnTo(page)
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await expect(page.getByRole('alertdialog')).toHaveCount(0)
  await expect(page.getByText(title)).toHaveCount(0)
  await page.goBack()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
})

test('another account in the second tab sees nothing of the first one’s, in either tab', async ({
  page,
  context,
  organization,
}) => {
  const others = await createOrganization({ sessions: 3, faults: false })
  try {
    await signIn(page, organization.admin, `/aikynetix/sessions/${organization.sessionIds[0]}`)
    await page.getByRole('link', { name: 'Sessions', exact: true }).first().click()
    await expect(page.getByText('Rows 1–25 of 30')).toBeVisible()
    // A save whose answer comes after its account has gone.
    const dialog = await openDialog(page, 'Edit')
    await dialog.getByRole('textbox', { name: 'Title' }).fill('Of the first account')
    const held = await holdBack(page, ONE, 'PUT')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await held.arrived

    const second = await openTab(context, '/')
    await signOut(second)
    await fillIn(second, others.admin)
    await expect(second.getByText('Rows 1–3 of 3')).toBeVisible()

    await turnTo(page)
    await page.goto('/')
    await expect(page.getByText('Rows 1–3 of 3')).toBeVisible()
    held.open()
    await page.goto(`/aikynetix/sessions/${organization.sessionIds[0]}`)
    await expect(page.getByRole('heading', { level: 1, name: 'This session is not there' })).toBeVisible()
  } finally {
    await deleteOrganization(others)
  }
})

test('an answer that comes after the account has changed brings nothing of it back', async ({
  page,
  context,
  organization,
}) => {
  const others = await createOrganization({ sessions: 3, faults: false })
  try {
    const id = organization.sessionIds[0] ?? ''
    await signIn(page, organization.admin)
    const dialog = await openDialog(page, 'Edit')
    await dialog.getByRole('textbox', { name: 'Title' }).fill('Of the first account')
    // The write itself goes through; only its answer waits.
    let open = () => {}
    const waiting = new Promise<void>((resolve) => (open = resolve))
    const arrived = new Promise<void>((resolve) => {
      void page.route(ONE, async (route) => {
        if (route.request().method() !== 'PUT') return route.fallback()
        const response = await route.fetch()
        resolve()
        await waiting
        return route.fulfill({ response })
      })
    })
    await dialog.getByRole('button', { name: 'Save' }).click()
    await arrived
    await signOut(await openTab(context, '/'))
    await turnTo(page)
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
    await fillIn(page, others.admin)
    await expect(page.getByText('Rows 1–3 of 3')).toBeVisible()
    open()
    await expect(page.getByText('Saved “Of the first account”.')).toBeVisible()
    await visit(page, `/aikynetix/sessions/${id}`)
    await expect(page.getByRole('heading', { level: 1, name: 'This session is not there' })).toBeVisible()
    await expect(page.getByText('Of the first account', { exact: true })).toHaveCount(0)
  } finally {
    await deleteOrganization(others)
  }
})

test('a late answer to a read of the account before is not shown', async ({
  page,
  context,
  organization,
}) => {
  const others = await createOrganization({ sessions: 3, faults: false })
  try {
    await signIn(page, organization.admin)
    await expect(page.getByText('Rows 1–25 of 30')).toBeVisible()
    let open = () => {}
    const opened = new Promise<void>((resolve) => (open = resolve))
    const arrived = new Promise<void>((resolve) => {
      void page.route(BY_IDS, async (route) => {
        resolve()
        await opened
        const late = { title: 'Of the first account', activity: 'Running' }
        // The page has given up on it, and may not take it.
        return answer(route, { sessions: { late } }).catch(() => undefined)
      })
    })
    await visit(page, '/aikynetix/sessions/late')
    await arrived
    await signOut(await openTab(context, '/'))
    await turnTo(page)
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
    await fillIn(page, others.admin)
    await expect(page.getByText('Rows 1–3 of 3')).toBeVisible()
    open()
    await page.unroute(BY_IDS)
    await visit(page, '/aikynetix/sessions/late')
    await expect(page.getByRole('heading', { level: 1, name: 'This session is not there' })).toBeVisible()
  } finally {
    await deleteOrganization(others)
  }
})

test('nothing that was read, and no signed address, is kept in the browser’s stores or addresses', async ({
  page,
  context,
  organization,
}) => {
  const lines: string[] = []
  context.on('console', (message) => lines.push(message.text()))
  await signIn(page, organization.admin)
  const title = (await page.getByRole('table').getByRole('link').first().textContent()) ?? ''
  await page.getByRole('table').getByRole('link').first().click()
  await expect(page.getByRole('region', { name: 'Metrics' })).toBeVisible()
  const stored = () =>
    page.evaluate(async () => ({
      local: Object.entries({ ...localStorage }),
      session: Object.entries({ ...sessionStorage }),
      databases: (await indexedDB.databases()).map(({ name }) => name),
      caches: await caches.keys(),
      address: location.href + JSON.stringify(history.state),
    }))
  const signedIn = await stored()
  const apart = signedIn.local.filter(([key]) => !key.startsWith('firebase:authUser:'))
  const everything = JSON.stringify([apart, signedIn.session, signedIn.address, lines])
  expect(everything).not.toContain(title)
  expect(everything).not.toMatch(/signature|expires|eyJ[\w-]{10}|\/media\//i)
  expect(signedIn.databases.filter((name) => !name?.startsWith('firebase'))).toEqual([])
  expect(signedIn.caches).toEqual([])

  await signOut(page)
  const signedOut = await stored()
  expect(signedOut.local.filter(([key]) => key.startsWith('firebase:'))).toEqual([])
  expect(JSON.stringify(signedOut)).not.toContain(title)
})
