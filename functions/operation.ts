import type * as z from 'zod';

/** One operation of the HTTP API as data: routes, OpenAPI, the access check and the web's client all read this. */
export interface Operation {
  method: 'get' | 'post' | 'put' | 'delete';
  /** Below /v1, with OpenAPI parameters: `/postings/{postingId}`. */
  path: string;
  summary: string;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** The answer's body; absent: 204. */
  response?: z.ZodType;
  /** 200 unless told. */
  status?: 200 | 201 | 202;
  /** Only with the current version in If-Match, so that no update is lost. */
  ifMatch?: true;
  /** The answer holds a secret that is kept nowhere: it is given once, and a repeat is told that it was carried out. */
  shownOnce?: true;
  /** Takes raw bytes of this media type instead of JSON. */
  upload?: { type: string; maxBytes: number };
  /** Answers a stored file of this media type instead of JSON. */
  download?: string;
}

export const operations = <const T extends Record<string, Operation>>(table: T): T => table;
