import * as z from 'zod';
import { CompanyId, CycleId } from '../ids.ts';
import { Category } from '../values.ts';

/** One way to go on typing: words to search, or a category or company to filter by. */
export const Suggestion = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('title'), text: z.string() }),
  z.object({ kind: z.literal('skill'), text: z.string() }),
  z.object({ kind: z.literal('category'), text: z.string(), category: Category }),
  z.object({ kind: z.literal('company'), text: z.string(), company: CompanyId }),
]);
export type Suggestion = z.infer<typeof Suggestion>;

export const SuggestionQuery = z.strictObject({ q: z.string().max(200), cycle: CycleId.optional() });

/** What a posting is found by while somebody types: from the change feed, so that it follows the posting. */
export const Suggested = z.object({
  postingId: z.string(),
  /** The sort keys of its entries, so that those that no longer hold can be taken away. */
  keys: z.array(z.object({ pk: z.string(), sk: z.string() })),
  version: z.number().int(),
});
export type Suggested = z.infer<typeof Suggested>;
