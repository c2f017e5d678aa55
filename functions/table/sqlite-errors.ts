import * as z from 'zod';
import { Unavailable, Unusable } from '../errors.ts';

/** The file cannot be used as a record: it is damaged, something else, or not to be opened. */
export class FileUnusable extends Unusable {
  override name = 'FileUnusable';
}

/** https://sqlite.org/rescode.html: the lower eight bits name the kind. */
const codes = { error: 1, busy: 5, locked: 6, readOnly: 8, ioError: 10, corrupt: 11, full: 13, cannotOpen: 14, notADatabase: 26 } as const; // prettier-ignore
const Noted = z.object({ code: z.literal('ERR_SQLITE_ERROR'), errcode: z.number(), errstr: z.string() });

const unusable: Readonly<Record<number, string>> = {
  [codes.error]: 'does not hold a record as this version of the product keeps it',
  [codes.readOnly]: 'cannot be written to: look at who owns it',
  [codes.corrupt]: 'is damaged: put a backup in its place',
  [codes.cannotOpen]: 'cannot be opened: look whether its folder is there and who owns it',
  [codes.notADatabase]: 'is no SQLite file',
};
const passing: Readonly<Record<number, string>> = {
  [codes.busy]: 'is held by another process',
  [codes.locked]: 'is held by another process',
  [codes.ioError]: 'could not be read or written',
  [codes.full]: 'cannot grow: the disk is full',
};

/** An error of SQLite in the port's words; what is a fault of ours stays as it is. */
export const explained = (error: unknown, file: string): unknown => {
  const noted = Noted.safeParse(error).data;
  if (noted === undefined) return error;
  const kind = noted.errcode & 0xff;
  const told = { cause: error };
  const [lasting, brief] = [unusable[kind], passing[kind]];
  if (lasting !== undefined) return new FileUnusable(`The file ${file} ${lasting} (${noted.errstr}).`, told);
  if (brief !== undefined) return new Unavailable(`The file ${file} ${brief} (${noted.errstr}).`, told);
  return error;
};

/** Whether the file cannot be written anew because somebody is reading it. */
export const isInUse = (error: unknown): boolean => {
  const noted = Noted.safeParse(error).data;
  if (noted === undefined) return false;
  const kind = noted.errcode & 0xff;
  const readHere = error instanceof Error && error.message.includes('statements in progress');
  return kind === codes.busy || kind === codes.locked || (kind === codes.error && readHere);
};
