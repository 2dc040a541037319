import './ui/theme/tokens.css'
import './ui/theme/base.css'
import { applyTheme } from './ui/theme/choice.ts'
import { createServices } from './app/createServices.ts'
import { readEnv } from './app/env.ts'
import { startFirstRead } from './app/firstRead.ts'
import { isMissingChunk, reloadOnceOnline } from './app/missingChunk.ts'
import { showSettingsProblem } from './app/SettingsProblem.ts'
import { shellText } from './messages/shell.ts'

applyTheme()

try {
  // The sign-in and the first list are asked for here, while the screen's own code is still on its way.
  const services = createServices(readEnv(import.meta.env))
  void startFirstRead(services, location)
  import('./app/startConsole.tsx')
    .then(({ startConsole }) => startConsole(services))
    .catch((error: unknown) => {
      sayCannotStart()
      if (isMissingChunk(error)) reloadOnceOnline()
    })
} catch (error) {
  showSettingsProblem(error)
}

/** Said without anything of the console, since it is the console that is not there. */
function sayCannotStart(): void {
  const words = document.createElement('p')
  words.role = 'alert'
  words.textContent = shellText.cannotStart
  const reload = document.createElement('button')
  reload.textContent = shellText.reload
  reload.addEventListener('click', () => location.reload())
  document.getElementById('root')?.append(words, reload)
}
