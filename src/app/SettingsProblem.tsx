import { createRoot } from 'react-dom/client'
import { shellText } from '../messages/shell.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { SettingsProblemError } from './env.ts'

/** Shows, instead of the console, which setting keeps it from starting. */
export function showSettingsProblem(error: unknown): void {
  const problems = error instanceof SettingsProblemError ? error.problems : [String(error)]
  const root = document.getElementById('root')
  if (!root) return
  createRoot(root).render(
    <main>
      <EmptyState level={1} title={shellText.settingsTitle}>
        <p>{shellText.settings}</p>
        <ul role="list">
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
        <p>{shellText.settingsNext}</p>
      </EmptyState>
    </main>,
  )
}
