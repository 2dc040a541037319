import CircleUserRound from 'lucide-react/icons/circle-user-round'
import { useIsFetching } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useState } from 'react'
import { Link, NavLink, Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router'
import { BulkDock } from '../features/sessions/bulk/BulkDock.tsx'
import { loadColumns } from '../features/sessions/ColumnsPanel.tsx'
import { loadExport } from '../features/sessions/export/ExportButton.tsx'
import { loadSelectionTools } from '../features/sessions/SelectionBar.tsx'
import { loadViewDialogs } from '../features/sessions/ViewsMenu.tsx'
import { commonText } from '../messages/common.ts'
import { shellText } from '../messages/shell.ts'
import { paths } from '../paths.ts'
import { useServices } from '../services.ts'
import { ActionMenu, loadMenu } from '../ui/ActionMenu.tsx'
import type { MenuEntry } from '../ui/ActionMenu.tsx'
import { loadCombobox } from '../ui/ComboboxField.tsx'
import { focusContent } from '../ui/focusContent.ts'
import { chooseTheme, themeChoice, THEME_CHOICES } from '../ui/theme/choice.ts'
import { Mark } from '../ui/Wordmark.tsx'
import styles from './AppLayout.module.css'
import { OfflineBar } from './OfflineBar.tsx'

/** No part of the first load; a console that cannot fetch them is whole without. */
const Shortcuts = lazy(() =>
  import('../ui/Shortcuts.tsx').then(
    (module) => ({ default: module.Shortcuts }),
    () => ({ default: () => null }),
  ),
)
const SourcesDialog = lazy(() =>
  import('../features/sources/SourcesDialog.tsx').then((module) => ({ default: module.SourcesDialog })),
)
const showShortcuts = () =>
  void import('../ui/shortcuts.ts').then(
    (module) => module.showShortcuts(),
    () => undefined,
  )

/** The frame around every page of a signed-in account. */
export function AppLayout() {
  const { sources } = useServices()
  const busy = useNavigation().state !== 'idle'
  usePreloadWhenIdle()
  useFocusOnContent()
  return (
    <>
      <a href="#content" className={styles.skip}>
        {shellText.skipToContent}
      </a>
      <header className={styles.bar}>
        <Link to={paths.home()} className={styles.brand}>
          <Mark />
          <span>{commonText.product}</span>
        </Link>
        <nav aria-label={shellText.main} className={styles.nav}>
          {sources.map((source) => (
            <NavLink key={source.id} to={paths.sessions(source.id)} className={styles.tab ?? ''}>
              {sources.length > 1 ? source.label : shellText.sessions}
            </NavLink>
          ))}
          <NavLink to={paths.athletes()} className={styles.tab ?? ''}>
            {shellText.athletes}
          </NavLink>
        </nav>
        <AccountMenu />
        <div className={styles.progress} data-busy={busy} />
      </header>
      <OfflineBar />
      <main id="content" tabIndex={-1} className={styles.content}>
        <Outlet />
      </main>
      <BulkDock />
      <ScrollRestoration />
      <Suspense fallback={null}>
        <Shortcuts />
      </Suspense>
    </>
  )
}

function AccountMenu() {
  const { auth, sources, hidden = [] } = useServices()
  const [choosing, setChoosing] = useState(false)
  const user = auth.current()
  const entries = (): MenuEntry[] => [
    ...THEME_CHOICES.map((choice) => ({
      kind: 'action' as const,
      label: shellText.themes[choice],
      checked: themeChoice() === choice,
      onSelect: () => chooseTheme(choice),
    })),
    { kind: 'divider', key: 'theme' },
    ...(sources.length + hidden.length > 1
      ? [{ kind: 'action' as const, label: shellText.sources, onSelect: () => setChoosing(true) }]
      : []),
    { kind: 'action', label: shellText.shortcuts, onSelect: showShortcuts },
    { kind: 'action', label: shellText.signOut, onSelect: () => void auth.signOut() },
  ]
  return (
    <>
      <ActionMenu
        label={shellText.account}
        icon={<CircleUserRound />}
        entries={entries}
        header={
          <>
            <span className={styles.signedIn}>{shellText.signedInAs}</span>
            <strong>{user?.email}</strong>
            <span className={styles.version}>{shellText.version(__VERSION__)}</span>
          </>
        }
      />
      {choosing ? (
        <Suspense fallback={null}>
          <SourcesDialog onClose={() => setChoosing(false)} />
        </Suspense>
      ) : null}
    </>
  )
}

/** A page that takes the focused element away with it leaves the focus to the next page, not to nowhere. */
function useFocusOnContent() {
  const { pathname } = useLocation()
  useEffect(() => {
    if (document.activeElement !== document.body) return
    focusContent()
  }, [pathname])
}

/** What a first click may open, the likeliest first. */
const LIGHT = [() => import('../features/sessions/SessionPage.tsx'), loadCombobox]
/** What floats brings MUI, whose start takes the processor for as long as a person notices. */
const HEAVY = [
  loadMenu,
  () => import('../features/sessions/EditSessionDialog.tsx'),
  () => import('../features/sessions/DeleteSessionDialog.tsx'),
  loadColumns,
  loadViewDialogs,
  loadSelectionTools,
  loadExport,
]
const HEAVY_AFTER_MS = 10_000

/** Fetches what the next clicks need, one after the other, whenever the browser has nothing better to do. */
function usePreloadWhenIdle() {
  // What is on the screen comes first: its own reads share the line.
  const busy = useIsFetching() > 0
  useEffect(() => {
    if (busy) return
    let left = false
    const inTurn = async (loads: readonly (() => Promise<unknown>)[]) => {
      for (const load of loads) {
        await idle()
        if (left) return
        await load().catch(() => undefined)
      }
    }
    void inTurn(LIGHT)
    const timer = setTimeout(() => void inTurn(HEAVY), HEAVY_AFTER_MS)
    return () => {
      left = true
      clearTimeout(timer)
    }
  }, [busy])
}

const idle = () =>
  new Promise<unknown>((done) => {
    // Safari has no idle callback.
    if ('requestIdleCallback' in window) requestIdleCallback(done, { timeout: 10_000 })
    else setTimeout(done, 500)
  })
