import './ui/theme/tokens.css'
import './ui/theme/base.css'
import { applyTheme } from './ui/theme/choice.ts'
import { createServices } from './app/createServices.ts'
import { readEnv } from './app/env.ts'
import { startFirstRead } from './app/firstRead.ts'

applyTheme()

try {
  // The sign-in and the first list are asked for here, while the screen's own code is still on its way.
  const services = createServices(readEnv(import.meta.env))
  void startFirstRead(services, location)
  void import('./app/startConsole.tsx').then(({ startConsole }) => startConsole(services))
} catch (error) {
  void import('./app/SettingsProblem.tsx').then(({ showSettingsProblem }) => showSettingsProblem(error))
}
