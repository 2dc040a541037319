/** Where the focus goes when what had it is taken off the page: to the page itself, and not to nowhere. */
export function focusContent(): void {
  document.getElementById('content')?.focus({ preventScroll: true })
}
