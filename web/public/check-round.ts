import { readSnapshot } from '../../matching/round/snapshot.ts';
import { verify } from '../../matching/round/verify.ts';

/** What a check of two downloaded files came to. */
export type Checked =
  | { outcome: 'valid'; students: number }
  | { outcome: 'otherSnapshot' | 'otherResult' | 'unreadable' }
  | { outcome: 'violated'; violations: number };

const sha256 = async (bytes: ArrayBuffer): Promise<string> =>
  Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');

/** Compares both files with the published hashes, then checks the result against the snapshot without the solver. */
export const checkRound = async (
  files: { snapshot: Blob; result: Blob },
  published: { snapshot: string; result: string },
): Promise<Checked> => {
  const [snapshot, result] = await Promise.all([files.snapshot.arrayBuffer(), files.result.arrayBuffer()]);
  if ((await sha256(snapshot)) !== published.snapshot) return { outcome: 'otherSnapshot' };
  if ((await sha256(result)) !== published.result) return { outcome: 'otherResult' };
  try {
    const read = (bytes: ArrayBuffer): unknown => JSON.parse(new TextDecoder().decode(bytes));
    const { instance } = readSnapshot(read(snapshot));
    const violations = verify(instance, read(result), `sha256:${published.snapshot}`).length;
    return violations > 0
      ? { outcome: 'violated', violations }
      : { outcome: 'valid', students: Object.keys(instance.students).length };
  } catch {
    return { outcome: 'unreadable' };
  }
};
