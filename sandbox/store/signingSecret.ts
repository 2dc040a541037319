import { randomBytes, randomUUID } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The key that signs video addresses: made once, kept in the folder for its owner's eyes only (0600), so that
 * addresses outlive a restart.
 */
export function signingSecret(folder: string): Buffer {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'signing-key')
  const draft = join(folder, `signing-key-${randomUUID()}`)
  writeFileSync(draft, randomBytes(32).toString('hex'), { mode: 0o600 })
  try {
    linkSync(draft, path) // whole or not at all, and never over an older key
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    unlinkSync(draft)
  }
  return Buffer.from(readFileSync(path, 'utf8').trim(), 'hex')
}
