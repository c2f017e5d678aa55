import * as z from 'zod';
import type { Item } from '../../functions/table/table.ts';

const Named = z.object({ name: z.string() });
const RoundBody = z.object({ snapshot: Named.optional(), result: Named.optional() });

/** The files that an item cannot do without: a round's frozen input and its result are its proof. */
export const filesNamedBy = ({ sk, body }: Item): string[] => {
  if (sk !== 'ROUND') return [];
  const { snapshot, result } = RoundBody.safeParse(body).data ?? {};
  return [snapshot, result].flatMap((file) => (file === undefined ? [] : [file.name]));
};
