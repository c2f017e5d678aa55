import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { _Record } from '@aws-sdk/client-dynamodb-streams';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Change, Item, Key, Stamp } from '../table.ts';
import { type Held, heldIn } from './record.ts';

/** What is read of a stream's record, whether it was asked for or handed over. */
export type StreamRecord = Pick<_Record, 'dynamodb' | 'userIdentity'>;

/** Sequence numbers have at most 40 digits; as text they are to be compared as numbers are. */
const idOf = (sequence: string): string => sequence.padStart(40, '0');

const imageOf = (image: Record<string, AttributeValue> | undefined): Held | undefined =>
  image && heldIn(unmarshall(image));

const itemIn = (held: Held | undefined): Item | undefined => (held?.kind === 'item' ? held.item : undefined);

/** Nobody signs what DynamoDB takes out when its time has passed, nor what somebody deletes past the port. */
const unsigned = ({ userIdentity, dynamodb }: StreamRecord, action: string): Stamp => ({
  by: 'table',
  action: userIdentity?.PrincipalId === 'dynamodb.amazonaws.com' ? 'table.expire' : action,
  at: (dynamodb?.ApproximateCreationDateTime ?? new Date(0)).toISOString(),
});

const keyOf = ({ dynamodb }: StreamRecord): Key => ({
  pk: dynamodb?.Keys?.['pk']?.S ?? '',
  sk: dynamodb?.Keys?.['sk']?.S ?? '',
});

/**
 * The committed change that a stream record tells of; undefined when for the port nothing changed. An image that is
 * none of our items is a change all the same, so that those who follow it can say so and go on.
 */
export function changeOf(record: StreamRecord): Change | undefined {
  try {
    return readable(record);
  } catch (error) {
    return {
      id: idOf(record.dynamodb?.SequenceNumber ?? ''),
      key: keyOf(record),
      stamp: unsigned(record, 'table.write'),
      unreadable: `The change cannot be read: ${String(error).replaceAll(/\s+/g, ' ')}`,
    };
  }
}

const readable = (record: StreamRecord): Change | undefined => {
  const { SequenceNumber = '', OldImage, NewImage } = record.dynamodb ?? {};
  const now = imageOf(NewImage);
  const id = idOf(SequenceNumber);
  if (now?.kind === 'item') {
    if (now.restored) return undefined;
    const { item } = now;
    const { pk, sk, stamp } = item;
    // What begins at version 1 was absent before, though something that had expired may have lain there.
    const before = item.version === 1 ? undefined : itemIn(imageOf(OldImage));
    return { id, key: { pk, sk }, ...(before && { before }), after: item, stamp };
  }
  const before = itemIn(imageOf(OldImage));
  if (before === undefined) return undefined;
  const stamp = now?.stamp ?? unsigned(record, 'table.remove');
  const hadExpired = before.expiresAt !== undefined && before.expiresAt <= stamp.at;
  if (now !== undefined && hadExpired) return undefined;
  return { id, key: { pk: before.pk, sk: before.sk }, before, stamp };
};
