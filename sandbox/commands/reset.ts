import { readSettings, SettingsError } from '../settings.ts'
import { removeFolder } from './folder.ts'
import { CommandError } from './processes.ts'

/** `npm run sandbox:reset`: removes the data folder, so that the next start begins afresh. */
export function run(): Promise<number> {
  try {
    const { folder, databaseUrl } = readSettings(process.env)
    console.log(removeFolder(folder) ? `Removed ${folder}.` : `There is no ${folder}; nothing to remove.`)
    if (databaseUrl) console.log('The database server that DATABASE_URL names was not touched.')
    return Promise.resolve(0)
  } catch (error) {
    if (!(error instanceof CommandError) && !(error instanceof SettingsError)) throw error
    console.error(error.message)
    return Promise.resolve(1)
  }
}
