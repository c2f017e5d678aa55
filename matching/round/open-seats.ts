import type { Instance } from './instance.ts';
import { own } from './lookup.ts';
import type { MatchResult } from './result.ts';

/** The seats that each posting can still give, where it can give any: its own that are open, as far as its groups let it. */
export function openSeats(
  { groups = {} }: Pick<Instance, 'groups'>,
  { unfilledSeats, certificate }: Pick<MatchResult, 'unfilledSeats' | 'certificate'>,
): ReadonlyMap<string, number> {
  const left = new Map<string, number>();
  for (const [id, { postings }] of Object.entries(groups)) {
    const { seats = 0, admitted = 0 } = own(certificate.groups, id) ?? {};
    for (const posting of postings)
      left.set(posting, Math.min(left.get(posting) ?? Infinity, seats - admitted));
  }
  const open = Object.entries(unfilledSeats).map(
    ([posting, seats]) => [posting, Math.min(seats, left.get(posting) ?? Infinity)] as const,
  );
  return new Map(open.filter(([, seats]) => seats > 0));
}
