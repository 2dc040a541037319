/** Words of the frame around the pages, and of the pages that stand for themselves. */
export const shellText = {
  main: 'Main',
  sessions: 'Sessions',
  account: 'Account',
  signedInAs: 'Signed in as',
  shortcuts: 'Keyboard shortcuts',
  signOut: 'Sign out',
  theme: 'Theme',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  version: (version: string) => `Version ${version}`,
  browsers: 'Chrome, Edge, Firefox and Safari, versions from 2025 on',
  skipToContent: 'Skip to content',
  offline: 'Offline. What was read stays readable; nothing new can be read or saved.',
  notFoundTitle: 'Page not found',
  notFound: 'There is nothing at this address.',
  toSessions: 'Go to sessions',
  brokenTitle: 'Something broke on this page',
  broken: 'The rest of the console still works. Reloading the page may help.',
  newVersion: 'The console was updated meanwhile. Reload the page to go on.',
  notLoadedTitle: 'Not loaded yet',
  notLoaded:
    'This part of the console is not on this device, which is offline. It opens with the connection.',
  cannotStart: 'The console could not be loaded. Check the connection and reload the page.',
  reload: 'Reload',
  noAccessTitle: 'No access',
  noAccess: (email: string) =>
    `${email} is signed in, but is neither an admin nor a sub-admin of an organisation, so there is nothing to show.`,
  settingsTitle: 'Motion Console cannot start',
  settings: 'It was built with settings that are missing or malformed:',
  settingsNext:
    'Correct them in the environment of the build and build again. The README lists every setting.',
} as const
