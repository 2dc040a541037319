import { useEffect, useState } from 'react'

/** Reads the value of the last render, when a key is pressed and not when the page is drawn. Keeps its identity. */
export function useLatest<Value>(value: Value): () => Value {
  const [box] = useState(() => new Box(value))
  useEffect(() => box.set(value))
  return box.get
}

class Box<Value> {
  #value: Value

  constructor(value: Value) {
    this.#value = value
  }

  readonly get = (): Value => this.#value

  set(value: Value): void {
    this.#value = value
  }
}
