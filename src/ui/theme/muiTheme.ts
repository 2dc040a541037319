import { createTheme } from '@mui/material/styles'

const color = (name: string) => `var(--${name})`

/**
 * MUI on the console's own tokens: colours are the custom properties of tokens.css, so that light and dark change in
 * one place and without rendering anything again.
 */
export const muiTheme = createTheme({
  // The scheme of native controls is decided by tokens.css too: MUI would set all of the page to light.
  cssVariables: { nativeColor: true, cssVarPrefix: 'mui', disableCssColorScheme: true },
  palette: {
    primary: {
      main: color('accent'),
      light: color('accent'),
      dark: color('accent-hover'),
      contrastText: color('accent-ink'),
    },
    error: { main: color('bad'), light: color('bad'), dark: color('bad'), contrastText: color('accent-ink') },
    background: { default: color('paper'), paper: color('surface') },
    text: { primary: color('ink'), secondary: color('ink-2'), disabled: color('ink-3') },
    divider: color('line'),
    action: { hover: color('hover'), selected: color('accent-soft'), disabled: color('ink-3') },
  },
  shape: { borderRadius: 6 },
  typography: {
    fontFamily: color('font'),
    fontSize: 14,
    fontWeightMedium: 600,
    button: { textTransform: 'none' },
  },
  transitions: { create: () => 'none' },
  components: {
    MuiButtonBase: { defaultProps: { disableRipple: true } },
    MuiPaper: {
      styleOverrides: {
        root: { backgroundImage: 'none', border: `1px solid ${color('line')}`, boxShadow: color('shadow') },
      },
    },
    MuiBackdrop: {
      styleOverrides: {
        root: { '&:not(.MuiBackdrop-invisible)': { backgroundColor: 'rgb(20 19 17 / 48%)' } },
      },
    },
    MuiMenu: { defaultProps: { transitionDuration: 0, disableScrollLock: true } },
    MuiDialog: {
      defaultProps: { transitionDuration: 0 },
      styleOverrides: { paper: { borderRadius: color('radius-large') } },
    },
    MuiMenuItem: {
      styleOverrides: {
        root: {
          minHeight: 40,
          gap: 12,
          fontSize: 'var(--size-text)',
          '&[aria-disabled=true]': { color: color('ink-3'), cursor: 'default' },
          '&.Mui-focusVisible': { outline: `2px solid ${color('accent')}`, outlineOffset: '-2px' },
        },
      },
    },
  },
})
