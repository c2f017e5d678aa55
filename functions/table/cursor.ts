import * as z from 'zod';
import { DomainError } from '../errors.ts';

const Position = z.array(z.string()).min(1).max(3);

export const invalidCursor = (): DomainError =>
  new DomainError(
    'invalid',
    'invalid_cursor',
    'This cursor does not belong to this list. Start again from the first page.',
  );

/** Where a page ended: the sort columns of its last item, sealed for the way through a URL. */
export const encodeCursor = (position: readonly string[]): string =>
  Buffer.from(JSON.stringify(position)).toString('base64url');

/** The sort columns that `encodeCursor` sealed; a `DomainError` for anything else. */
export function decodeCursor(cursor: string, columns: number): string[] {
  try {
    const position = Position.length(columns).parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return position;
  } catch {
    throw invalidCursor();
  }
}
