import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Place } from '../../matching/ranking/place.ts';
import { invalidCursor } from '../table/cursor.ts';

/** How many places of a page's end its cursor keeps: what they are now tells how the whole list has moved. */
const kept = 3;
const Id = z.string().max(64);
const PlaceOf = {
  score: z.strictObject({ score: z.number(), id: Id }),
  newest: z.strictObject({ publishedAt: z.iso.datetime(), id: Id }),
};
const Cursor = z.tuple([z.string(), z.array(z.unknown()).min(1).max(kept)]);

/** Says which list a cursor is of: what was asked for, and who asked where that makes a difference. */
const digestOf = (list: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(list)).digest('base64url').slice(0, 12);

/** The end of a page, sealed for the way through a URL; the next page of the same list begins behind it. */
export const sealPlaces = (list: readonly unknown[], places: readonly Place[]): string =>
  Buffer.from(JSON.stringify([digestOf(list), places.slice(-kept)])).toString('base64url');

/** The places in a cursor of this list, the last one last; a `DomainError` for anything else. */
export const openPlaces = (
  list: readonly unknown[],
  cursor: string | undefined,
  order: keyof typeof PlaceOf = 'score',
): readonly Place[] => {
  if (cursor === undefined) return [];
  try {
    const [digest, places] = Cursor.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    if (digest !== digestOf(list)) throw invalidCursor();
    return places.map((place) => PlaceOf[order].parse(place));
  } catch {
    throw invalidCursor();
  }
};
