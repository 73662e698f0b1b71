/** An answer that a thread has already written out as JSON, so that the main thread, which serves tiles, only passes it on. */
export class WrittenAnswer<T> {
  /** JSON text in UTF-8. */
  readonly json: Uint8Array

  constructor(json: Uint8Array) {
    this.json = json
  }

  /** For whoever needs the values themselves. */
  read(): T {
    // Written by the thread from a value of this very type.
    return JSON.parse(new TextDecoder().decode(this.json)) as T
  }
}

export function readAnswer<T>(answer: T | WrittenAnswer<T>): T {
  return answer instanceof WrittenAnswer ? answer.read() : answer
}
