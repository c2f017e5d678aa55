import { createHash } from 'node:crypto';
import type { Files } from '../../../functions/files/files.ts';

async function* inOne(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Files in memory: ten thousand snapshots need no disk. */
export const heldFiles = (): Files => {
  const held = new Map<string, Uint8Array>();
  return {
    put: async (name, content) => {
      const bytes = content instanceof Uint8Array ? content : Buffer.concat(await Array.fromAsync(content));
      held.set(name, bytes);
      return { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
    },
    read: async (name) => {
      const bytes = held.get(name);
      return bytes && inOne(bytes);
    },
    remove: async (name) => void held.delete(name),
    list: async () => [...held.keys()].toSorted(),
  };
};
