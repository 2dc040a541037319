import { countRequests, type RequestCount } from './networkLog.ts'
import type { Interaction } from './probe.ts'
import { editDialog, menu, ROW_LINK, savedTitle, sessionPage, STATUS_TEXT, tableWith } from './screens.ts'
import { timeAction, type Tab } from './tab.ts'

/** One step of the story: the time of its last action, and what the step asked of the API. */
export type StoryStep = { name: string; time: number } & Rest

/** What happened until the tab came to rest. `layoutShift` is what moved without an input that explains it. */
type Rest = { requests: RequestCount; slowest: Interaction; layoutShift: number }

/** Read-ahead has begun and ended when nothing was asked for this long. */
const QUIET_MS = 800
const ROW = 'table[aria-label="Sessions"] tbody tr'

/**
 * The story that the requests are counted in, on a list that has just been loaded: open a session, back, filter,
 * next page, edit, back. Each step begins when the one before has come to rest.
 */
export async function tellStory(tab: Tab, apiUrl: string, newTitle: string): Promise<StoryStep[]> {
  const { page } = tab
  const steps: StoryStep[] = []
  const step = async (name: string, act: () => Promise<number>): Promise<void> => {
    const time = await act()
    steps.push({ name, time, ...(await settle(tab, apiUrl)) })
  }
  const rows = page.locator(ROW)
  const place = await statusText(tab)

  const opened = await completedRow(tab)
  await step('page', () =>
    timeAction(tab, 'click', sessionPage(opened.title), () =>
      rows.nth(opened.index).getByRole('link').click(),
    ),
  )
  await step('back', () => goBack(tab, place))
  await step('filter', async () => {
    await page.getByRole('combobox', { name: 'Activity' }).focus()
    // The first letter chooses in a native select, as a person at the keyboard does.
    return timeAction(tab, 'change', tableWith('of \\d+ loaded$'), () => page.keyboard.press('r'))
  })
  const filtered = await statusText(tab)
  await step('next', () => nextPage(tab, '^50 of \\d+ loaded$'))
  await step('edit', async () => {
    const edited = await completedRow(tab)
    const actions = rows.nth(edited.index).getByRole('button')
    await timeAction(tab, 'click', menu, () => actions.click())
    await timeAction(tab, 'click', editDialog, () => page.getByRole('menuitem', { name: 'Edit' }).click())
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Title' }).fill(newTitle)
    return timeAction(tab, 'click', savedTitle(newTitle), () =>
      dialog.getByRole('button', { name: 'Save' }).click(),
    )
  })
  await step('back again', () => goBack(tab, filtered))
  return steps
}

/** Turns to the next page by the pager's button; resolves with the time until its rows are painted. */
export function nextPage(tab: Tab, status: string): Promise<number> {
  return timeAction(tab, 'click', tableWith(status), () =>
    tab.page.getByRole('button', { name: 'Next page' }).click(),
  )
}

/** Types a title to look for; the time begins with the last letter. */
export async function searchTitle(tab: Tab, text: string): Promise<number> {
  return timeAction(tab, 'input', tableWith('of \\d+ loaded$'), () =>
    tab.page.getByRole('searchbox', { name: 'Title' }).fill(text),
  )
}

/** Waits until the tab is at rest, and takes what the probe and the log have gathered since the last time. */
export async function settle({ page, network }: Tab, apiUrl: string): Promise<Rest> {
  await network.quiet(QUIET_MS)
  const { interactions, layoutShift } = await page.evaluate(() => {
    const { layoutShift } = window.probe
    window.probe.layoutShift = 0
    return { interactions: window.probe.interactions.splice(0), layoutShift }
  })
  const none: Interaction = { name: 'none', duration: 0, target: '' }
  return {
    requests: countRequests(network.take(), apiUrl),
    layoutShift,
    slowest: interactions.reduce((worst, each) => (each.duration > worst.duration ? each : worst), none),
  }
}

function goBack(tab: Tab, status: string): Promise<number> {
  return timeAction(tab, 'popstate', tableWith(`^${status}$`), () => tab.page.evaluate(() => history.back()))
}

function statusText({ page }: Tab): Promise<string> {
  return page.evaluate(
    (selector) =>
      [...document.querySelectorAll(selector)]
        .map(({ textContent }) => textContent ?? '')
        .find((text) => /Rows|loaded/.test(text)) ?? '',
    STATUS_TEXT,
  )
}

/** A row whose session has its metrics and does not fail on purpose. */
async function completedRow({ page }: Tab): Promise<{ index: number; title: string }> {
  const found = await page.evaluate(
    ([row, link]) => {
      const texts = [...document.querySelectorAll<HTMLElement>(row)].map(({ innerText }) => innerText)
      const index = texts.findIndex(
        (text) => /Running/.test(text) && /Completed/.test(text) && !/Fault:/.test(text),
      )
      return { index, title: document.querySelectorAll(link)[index]?.textContent ?? '' }
    },
    [ROW, ROW_LINK] as const,
  )
  if (found.index === -1) throw new Error('The page shows no completed run.')
  return found
}
