import type { JsonObject } from '../table/table.ts';

/** An id in a kept item, read without its schema: items of any age have to go. */
export const wordIn = (body: JsonObject, name: string): string => {
  const value = body[name];
  return typeof value === 'string' && value !== '' ? value : 'none';
};
