// Loaded into every process that a command starts (`node --import`): the process ends when the one that
// started it is gone, however it went. Even SIGKILL closes the channel between the two.
import { setTimeout } from 'node:timers'
import { isMainThread } from 'node:worker_threads'

const GRACE_MS = 3_000

if (isMainThread && process.env.ENDS_WITH_PARENT) {
  // What this process starts in turn has a parent of its own to watch.
  delete process.env.ENDS_WITH_PARENT
  process.on('disconnect', () => {
    end('SIGTERM')
    setTimeout(() => end('SIGKILL'), GRACE_MS)
  })
  // The parent may be gone before anybody listened.
  if (!process.connected) process.exit(1)
  // Listening must not keep a finished process alive.
  process.channel?.unref()
}

/** Ends the whole process group where this process leads one. @param {NodeJS.Signals} signal */
function end(signal) {
  try {
    process.kill(-process.pid, signal)
  } catch {
    process.kill(process.pid, signal)
  }
}
