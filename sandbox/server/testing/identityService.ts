import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * Speaks as much of the Identity Toolkit as firebase-admin needs in front of an emulator (looking accounts up,
 * making them, giving them claims), where starting the emulator itself would take longer than the test.
 */
export async function startIdentityService(): Promise<{ host: string; close: () => Promise<void> }> {
  const users = new Map<string, Record<string, unknown>>()
  const server = createServer((request, response) => {
    let text = ''
    request.on('data', (chunk: Buffer) => (text += chunk.toString()))
    request.on('end', () => {
      const body = JSON.parse(text || '{}') as { localId?: string | string[] }
      const ids = [body.localId ?? []].flat()
      if (!request.url?.endsWith(':lookup')) {
        for (const id of ids) users.set(id, { ...users.get(id), ...body, localId: id })
      }
      const found = ids.flatMap((id) => users.get(id) ?? [])
      response.setHeader('Content-Type', 'application/json')
      response.end(JSON.stringify({ users: found, localId: ids[0] }))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    host,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** An unsigned token in the emulator's form. */
export function emulatorToken(uid: string, projectId: string): string {
  const now = Math.floor(Date.now() / 1000)
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const claims = {
    iss: `https://securetoken.google.com/${projectId}`,
    aud: projectId,
    auth_time: now,
    user_id: uid,
    sub: uid,
    iat: now,
    exp: now + 3600,
    firebase: { identities: {}, sign_in_provider: 'password' },
  }
  return `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.`
}
