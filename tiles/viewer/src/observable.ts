/** A value that tells its observers when it changes. */
export interface Observable<T> {
  get(): T;
  set(next: T): void;
  /** Calls the listener with the value now, and again after every change. */
  observe(listener: (value: T) => void): void;
}

export function observable<T>(first: T): Observable<T> {
  let value = first;
  const listeners: ((value: T) => void)[] = [];
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of listeners) listener(next);
    },
    observe(listener) {
      listeners.push(listener);
      listener(value);
    },
  };
}
