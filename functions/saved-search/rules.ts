import { instantAfter } from '../clock/clock.ts';
import { offsetAt } from '../../matching/ranking/offsets.ts';
import { DomainError } from '../errors.ts';
import type { NewsWindow, SavedSearch, SearchConditions } from './schema.ts';

export const savedSearchCap = 20;

/** A student has at most so many saved searches that one page shows them and one letter tells of them. */
export const requireRoom = (list: readonly SavedSearch[]): void => {
  if (list.length < savedSearchCap) return;
  throw new DomainError(
    'conflict',
    'saved_search_cap',
    `You have ${savedSearchCap} saved searches, which is the most you can have. Delete one to save another.`,
    { facts: { cap: savedSearchCap } },
  );
};

const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Two searches are the same when they ask for the same, in whatever order it was chosen. */
const asked = (conditions: SearchConditions): string =>
  JSON.stringify(
    Object.entries(conditions)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, Array.isArray(value) ? value.toSorted(byCode) : value] as const)
      .toSorted(([a], [b]) => byCode(a, b)),
  );

/** A search is saved once: a second one would tell the same news again. */
export const requireNotSaved = (list: readonly SavedSearch[], conditions: SearchConditions): void => {
  const same = list.find((search) => asked(search.conditions) === asked(conditions));
  if (same === undefined) return;
  throw new DomainError(
    'conflict',
    'search_already_saved',
    `You have saved this search as "${same.name}". Rename that one instead.`,
    { facts: { name: same.name } },
  );
};

const minuteMs = 60_000;
const dayMinutes = 24 * 60;
const morningMinute = 8 * 60;

/** The first 08:00 after an instant on the clocks of a zone. */
const morningAfter = (instant: string, zone: string): string => {
  const minute = Math.floor(Date.parse(instant) / minuteMs);
  const days = Math.floor((minute + offsetAt(zone, minute) - morningMinute) / dayMinutes) + 1;
  const local = days * dayMinutes + morningMinute;
  const utc = local - offsetAt(zone, local - offsetAt(zone, local));
  return new Date(utc * minuteMs).toISOString();
};

/** News of a student who was told nothing yet: from now to the next morning where the student lives. */
export const firstWindow = (now: string, zone: string): NewsWindow => ({
  since: now,
  until: morningAfter(now, zone),
});

const restMs = 12 * 60 * minuteMs;

/** One digest a day at most: after one in the morning the next is due on the next one, after a late one not within 12 hours. */
export const windowAfter = (told: NewsWindow, now: string, zone: string): NewsWindow => ({
  since: told.until,
  until: morningAfter(instantAfter(now, restMs), zone),
});

const indexedMs = 5 * minuteMs;

/** A window is looked at some minutes after its end: a posting takes a moment from its publication to the index. */
export const settledBefore = (now: string): string => instantAfter(now, -indexedMs);

export const isNews = ({ since, until }: NewsWindow, publishedAt: string): boolean =>
  since < publishedAt && publishedAt <= until;
