/** The last few thousand things that were heard of, so that memory stays flat however long we run. */
export interface Recent<V> {
  get(key: string): V | undefined;
  set(key: string, value: V): void;
  delete(key: string): void;
}

export function createRecent<V>(max: number): Recent<V> {
  const held = new Map<string, V>();
  return {
    get: (key) => held.get(key),
    set(key, value) {
      held.delete(key);
      held.set(key, value);
      if (held.size > max) held.delete(held.keys().next().value as string);
    },
    delete: (key) => void held.delete(key),
  };
}
