/** Lets a few pieces of work run at once for each key, in the order in which they came. */
export interface Slots {
  run<T>(key: string, work: () => Promise<T>): Promise<T>;
}

export function createSlots(atOnce: number): Slots {
  const hosts = new Map<string, { running: number; waiting: (() => void)[] }>();
  return {
    async run(key, work) {
      const host = hosts.get(key) ?? { running: 0, waiting: [] };
      hosts.set(key, host);
      if (host.running >= atOnce) await new Promise<void>((go) => host.waiting.push(go));
      else host.running++;
      try {
        return await work();
      } finally {
        const next = host.waiting.shift();
        if (next !== undefined) next();
        else if (--host.running === 0) hosts.delete(key);
      }
    },
  };
}
