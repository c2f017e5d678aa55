import type { Operation } from './table.ts';

type Put = Extract<Operation, { put: unknown }>['put'];

const bytes = (text: string): number => Buffer.byteLength(text);
const attribute = (name: string, value: string): number => bytes(name) + bytes(value);

/** A number takes a byte for two digits and one more: here for the largest whole number that JavaScript counts by. */
const versionBytes = bytes('version') + 9;
/** 22 characters name the write. */
const writeBytes = bytes('write') + 22;
const ttlBytes = bytes('ttl') + 6;

/** A map takes three bytes, and one for each of its entries. */
const mapBytes = (map: object): number =>
  Object.entries(map).reduce((sum, [name, value]) => sum + attribute(name, String(value)) + 1, 3);

/**
 * The bytes of an item as DynamoDB counts them: names and values of all attributes that the adapter writes
 * (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html).
 * Every adapter counts so, for what one takes the other must take too.
 */
export function itemBytes({ pk, sk, body, index = {}, stamp, expiresAt }: Put): number {
  const indexBytes = Object.entries(index).reduce(
    (sum, [name, key]) => sum + attribute(`${name}pk`, key.pk) + attribute(`${name}sk`, key.sk),
    0,
  );
  return (
    attribute('pk', pk) +
    attribute('sk', sk) +
    attribute('body', JSON.stringify(body)) +
    (bytes('stamp') + mapBytes(stamp)) +
    indexBytes +
    versionBytes +
    writeBytes +
    (expiresAt === undefined ? 0 : attribute('expiresAt', expiresAt) + ttlBytes)
  );
}
