// The first step of every command: plain Node without dependencies, since it may be what installs them.
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { install } from './commands/install.mjs'

const OLDEST_NODE = [20, 19]
const root = dirname(dirname(fileURLToPath(import.meta.url)))
const commandsFolder = join(root, 'sandbox', 'commands')
// The other modules of that folder export parts and no `run`; these names are what a person may type.
const COMMANDS = ['start', 'dev', 'test', 'bench', 'reset'].filter((name) =>
  existsSync(join(commandsFolder, `${name}.ts`)),
)

const [command = '', ...args] = process.argv.slice(2)
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
  fail(
    1,
    `Node ${OLDEST_NODE.join('.')} or later is needed; this is ${process.version} (${process.execPath}).`,
  )
} else if (!COMMANDS.includes(command)) {
  fail(2, `Unknown command "${command}". Usage: node sandbox/run.mjs <${COMMANDS.join(' | ')}>`)
} else if (await install(root)) {
  // tsx is there only now, so it cannot be a static import.
  const { register } = await import('tsx/esm/api')
  register()
  const { run } = await import(`./commands/${command}.ts`)
  process.exitCode = await run(args)
} else {
  process.exitCode = 1
}

/** @param {number} status @param {string} message */
function fail(status, message) {
  console.error(message)
  process.exitCode = status
}
