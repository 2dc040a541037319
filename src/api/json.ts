/** Lenient readers of JSON: each says what it found, or null, and never throws. */
export type JsonObject = { readonly [name: string]: unknown }

export function asObject(json: unknown): JsonObject | null {
  return typeof json === 'object' && json !== null && !Array.isArray(json) ? (json as JsonObject) : null
}

/** Own properties only, so that a field called `constructor` or `__proto__` is no surprise. */
export function field(object: JsonObject, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined
}

export function asText(json: unknown): string | null {
  return typeof json === 'string' ? json : null
}

export function asNumber(json: unknown): number | null {
  return typeof json === 'number' && Number.isFinite(json) ? json : null
}

/** Numbers in order, null where an entry is none; null when it is not an array. */
export function asNumbers(json: unknown): (number | null)[] | null {
  return Array.isArray(json) ? json.map(asNumber) : null
}
