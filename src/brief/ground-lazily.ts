/** @returns an object whose properties are each found when first asked for, and kept. */
export function lazily<T extends object>(finders: { readonly [Key in keyof T]: () => T[Key] }): T {
  const made = {};
  for (const [key, find] of Object.entries<() => unknown>(finders)) {
    Object.defineProperty(made, key, {
      configurable: true,
      enumerable: true,
      get() {
        const value = find();
        Object.defineProperty(made, key, { value, enumerable: true });
        return value;
      },
    });
  }
  return made as T;
}
