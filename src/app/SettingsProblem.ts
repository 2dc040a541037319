import { shellText } from '../messages/shell.ts'
import { SettingsProblemError } from './env.ts'

/** Shows, instead of the console, which setting keeps it from starting. Plain elements: nothing else can be relied on. */
export function showSettingsProblem(error: unknown): void {
  const problems = error instanceof SettingsProblemError ? error.problems : [String(error)]
  const page = document.createElement('main')
  page.append(
    element('h1', shellText.settingsTitle),
    element('p', shellText.settings),
    ...problems.map((problem) => element('p', problem)),
    element('p', shellText.settingsNext),
  )
  page.className = 'settings-problem'
  document.getElementById('root')?.replaceChildren(page)
}

function element(name: 'h1' | 'p', text: string): HTMLElement {
  const made = document.createElement(name)
  made.textContent = text
  return made
}
