import { ThemeProvider } from '@mui/material/styles'
import type { ReactNode } from 'react'
import { muiTheme } from './theme/muiTheme.ts'

/** Around each MUI part; the first load carries none of MUI, so the theme travels with what needs it. */
export function Themed({ children }: { children: ReactNode }) {
  return <ThemeProvider theme={muiTheme}>{children}</ThemeProvider>
}
