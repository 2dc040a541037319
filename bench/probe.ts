/** What has to be on the screen, and what must be gone from it. `text` is a pattern. */
export type Expectation = { shown: { selector: string; text?: string }[]; gone?: string[] }

/** Times in ms since the page was asked for. */
export type Span = { start: number; end: number }
export type Interaction = { name: string; duration: number; target: string }

export type Probe = {
  /** Resolves with the time at which the expectation was painted. */
  until: (expected: Expectation) => Promise<number>
  /** Waits, in `pending`, from the next event of this type until the expectation was painted. */
  arm: (trigger: string, expected: Expectation) => void
  pending: Promise<Span> | null
  longTasks: Span[]
  /** Sum of all layout shifts that no input explains. */
  layoutShift: number
  interactions: Interaction[]
}

declare global {
  interface Window {
    probe: Probe
  }
}

/** Runs in the page before its own scripts, so everything it needs is inside. */
export function installProbe(): void {
  const patienceMs = 60_000

  /** A frame has been drawn when a message posted from its callback arrives. */
  const painted = () =>
    new Promise<number>((done) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => done(performance.now())
        port2.postMessage(null)
      })
    })

  // What waits hidden for the way back is in the document, and not on the screen.
  const isMet = ({ shown, gone = [] }: Expectation) =>
    gone.every((selector) => document.querySelector(selector) === null) &&
    shown.every(({ selector, text = '' }) => {
      const wanted = new RegExp(text)
      for (const element of document.querySelectorAll(selector))
        if (wanted.test(element.textContent ?? '') && element.checkVisibility()) return true
      return false
    })

  const until = (expected: Expectation) =>
    new Promise<number>((done, reject) => {
      const observer = new MutationObserver(() => check())
      const timer = setTimeout(() => {
        observer.disconnect()
        reject(new Error(`Never shown: ${JSON.stringify(expected)}`))
      }, patienceMs)
      const check = () => {
        if (!isMet(expected)) return
        observer.disconnect()
        clearTimeout(timer)
        done(painted())
      }
      observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
      check()
    })

  const probe: Probe = {
    until,
    arm(trigger, expected) {
      const start = new Promise<number>((done) => {
        addEventListener(trigger, ({ timeStamp }) => done(timeStamp), { capture: true, once: true })
      })
      probe.pending = start.then(async (at) => ({ start: at, end: await until(expected) }))
    },
    pending: null,
    longTasks: [],
    layoutShift: 0,
    interactions: [],
  }
  window.probe = probe

  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      probe.longTasks.push({ start: startTime, end: startTime + duration })
  }).observe({ type: 'longtask', buffered: true })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number
      hadRecentInput: boolean
    })[])
      if (!entry.hadRecentInput) probe.layoutShift += entry.value
  }).observe({ type: 'layout-shift', buffered: true })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEventTiming & { interactionId: number })[]) {
      if (entry.interactionId === 0) continue
      const element = entry.target instanceof Element ? entry.target : null
      const target = element?.getAttribute('aria-label') ?? element?.textContent?.slice(0, 40) ?? ''
      probe.interactions.push({ name: entry.name, duration: entry.duration, target })
    }
    // 16 ms is the least that browsers take.
  }).observe({ type: 'event', buffered: true, durationThreshold: 16 } as PerformanceObserverInit)
}
