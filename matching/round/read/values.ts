import { InstanceError } from './instance-error.ts';

export function recordAt(value: unknown, entry: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw new InstanceError('wrongType', entry, `${shown(value)} must be an object`);
}

export function listAt(value: unknown, entry: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new InstanceError('wrongType', entry, `${shown(value)} must be a list`);
}

export function textAt(value: unknown, entry: string): string {
  if (typeof value === 'string' && value.isWellFormed()) return value;
  throw new InstanceError('wrongType', entry, `${shown(value)} must be well-formed text`);
}

/** Seats: a whole number from 0. */
export function seatsAt(value: unknown, entry: string): number {
  if (typeof value !== 'number') {
    throw new InstanceError('wrongType', entry, `${shown(value)} must be a number of seats`);
  }
  if (value < 0) throw new InstanceError('negativeSeats', entry, `${value} seats; give 0 or more`);
  if (!Number.isSafeInteger(value)) {
    throw new InstanceError('fractionalSeats', entry, `${value} seats; give a whole number below 2^53`);
  }
  return value === 0 ? 0 : value;
}

/** Exactly the named members. */
export function membersAt<Name extends string>(
  value: unknown,
  entry: string,
  names: readonly Name[],
): Readonly<Record<Name, unknown>> {
  const record = recordAt(value, entry);
  for (const key of Object.keys(record)) {
    if (!names.some((name) => name === key)) {
      throw new InstanceError('unknownMember', `${entry}.${key}`, `is none of ${names.join(', ')}`);
    }
  }
  const found: Partial<Record<Name, unknown>> = {};
  for (const name of names) {
    if (!Object.hasOwn(record, name))
      throw new InstanceError('missingMember', `${entry}.${name}`, 'is missing');
    found[name] = record[name];
  }
  return complete(found, names);
}

function complete<Name extends string>(
  found: Partial<Record<Name, unknown>>,
  names: readonly Name[],
): Readonly<Record<Name, unknown>> {
  const isComplete = (record: Partial<Record<Name, unknown>>): record is Record<Name, unknown> =>
    names.every((name) => name in record);
  if (isComplete(found)) return found;
  throw new TypeError('a member is missing');
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? typeof value;
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
