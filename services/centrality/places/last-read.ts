/** Keeps what was read last, so that those who ask for the same while it is read, or after, need not read it again. */
export class LastRead<Value> {
  #kept: { key: string; value: Promise<Value> } | undefined;

  /**
   * @param read reads the value; who asks first reads for all
   * @param signal the asker's own: another's reading that fails, for it was cancelled, is not this one's failure
   * @throws what the own reading throws, and the signal's reason
   */
  async of(key: string, read: () => Promise<Value>, signal?: AbortSignal): Promise<Value> {
    for (;;) {
      signal?.throwIfAborted();
      const kept = this.#kept;
      if (kept?.key !== key) break;
      try {
        return await kept.value;
      } catch {
        this.#forget(kept.value);
      }
    }
    const value = read();
    this.#kept = { key, value };
    try {
      return await value;
    } catch (error) {
      this.#forget(value);
      throw error;
    }
  }

  #forget(value: Promise<Value>): void {
    if (this.#kept?.value === value) this.#kept = undefined;
  }
}
