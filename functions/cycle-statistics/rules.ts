import type { Cycle } from '../cycle/schema.ts';
import type { CompanyStatistics, Counted, Figures } from './schema.ts';

/** Figures of a cycle that goes on are counted again when they are older than this. */
const freshMs = 10 * 60_000;

const over = new Set<Cycle['phase']>(['closed', 'archived']);

/**
 * Figures are counted again when they are some minutes old, but those of a cycle that is over stand: accounts that are
 * made or deleted later change nothing in what was.
 */
export const isStale = (cycle: Cycle, counted: Counted | undefined, now: string): boolean =>
  counted === undefined ||
  (!over.has(counted.phase) &&
    (over.has(cycle.phase) || Date.parse(now) - Date.parse(counted.asOf) >= freshMs));

/** Fewer companies than this could be told apart in a figure about all of them. */
export const fewestCompanies = 5;

/**
 * The programme's response time as one company may see it: only when at least five others have answered, since its own
 * part is known to it.
 */
export const programmeFor = (own: CompanyStatistics | undefined, { response }: Figures) => {
  const others = response.companies.answered - (own !== undefined && own.response.answered > 0 ? 1 : 0);
  const { answered, waiting, days } = response;
  if (others < fewestCompanies || days === undefined) return undefined;
  return { answered, waiting, days, companies: response.companies.answered };
};
