import * as z from 'zod';
import type { Item } from '../../functions/table/table.ts';

const Named = z.object({ name: z.string() });
const RoundBody = z.object({
  reducedAt: z.string().optional(),
  snapshot: Named.optional(),
  result: Named.optional(),
});

/** The files that an item cannot do without: a round's frozen input and its result are its proof, while they are kept. */
export const filesNamedBy = ({ sk, body }: Item): string[] => {
  if (sk !== 'ROUND') return [];
  const { snapshot, result, reducedAt } = RoundBody.safeParse(body).data ?? {};
  if (reducedAt !== undefined) return [];
  return [snapshot, result].flatMap((file) => (file === undefined ? [] : [file.name]));
};
