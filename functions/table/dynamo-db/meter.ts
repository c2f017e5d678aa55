import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';

const Units = z.object({ CapacityUnits: z.number().optional() });
/** A transaction answers a list, everything else one entry. */
const Answer = z.object({ ConsumedCapacity: z.union([z.array(Units), Units]).optional() });

/** Has DynamoDB say with each answer what it cost. */
export const meter = (client: DynamoDBClient, consumed: (units: number) => void): void =>
  client.middlewareStack.add(
    (next) => async (args) => {
      Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' });
      const result = await next(args);
      const { ConsumedCapacity = [] } = Answer.parse(result.output);
      for (const { CapacityUnits = 0 } of [ConsumedCapacity].flat()) consumed(CapacityUnits);
      return result;
    },
    { step: 'initialize', name: 'meter' },
  );
