import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { changeOf } from './change.ts';
import type { Sequenced } from './feed.ts';

/** Bytes travel as base64 in an event. */
const Bytes = z.base64().transform((text) => Uint8Array.from(Buffer.from(text, 'base64')));
const Attribute: z.ZodType<AttributeValue> = z.lazy(() =>
  z.union([
    z.strictObject({ S: z.string() }),
    z.strictObject({ N: z.string() }),
    z.strictObject({ BOOL: z.boolean() }),
    z.strictObject({ M: z.record(z.string(), Attribute) }),
    z.strictObject({ L: z.array(Attribute) }),
    z.strictObject({ NULL: z.boolean() }),
    z.strictObject({ B: Bytes }),
    z.strictObject({ SS: z.array(z.string()) }),
    z.strictObject({ NS: z.array(z.string()) }),
    z.strictObject({ BS: z.array(Bytes) }),
  ]),
);
const Image = z.record(z.string(), Attribute);

/** A batch of one shard as Lambda hands it over. */
const StreamEvent = z.object({
  Records: z.array(
    z.object({
      dynamodb: z.object({
        SequenceNumber: z.string(),
        /** Seconds since 1970. */
        ApproximateCreationDateTime: z.number().transform((seconds) => new Date(seconds * 1000)),
        Keys: Image,
        OldImage: Image.optional(),
        NewImage: Image.optional(),
      }),
      userIdentity: z.object({ principalId: z.string() }).nullish(),
    }),
  ),
});

/** What an event of Lambda tells of the table, in its order. */
export const recordsIn = (event: unknown): Sequenced[] =>
  StreamEvent.parse(event).Records.map(({ dynamodb, userIdentity }) => {
    const change = changeOf({
      dynamodb,
      ...(userIdentity && { userIdentity: { PrincipalId: userIdentity.principalId } }),
    });
    return { sequence: dynamodb.SequenceNumber, ...(change && { change }) };
  });
