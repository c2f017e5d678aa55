import * as z from 'zod';
import type { Deps } from '../deps.ts';
import { openOnce } from '../open-once.ts';
import type { Answered } from './answered.ts';
import type { Lines } from './lines.ts';

/** A start reads nothing of the library: the first line asks for it. */
const lines = openOnce(async () =>
  (await import('./lines.ts')).linesOf(process.env.AWS_LAMBDA_FUNCTION_NAME ?? 'outside Lambda'),
);

let requestId: string | undefined;
let written: Promise<void> = Promise.resolve();

/** Lines come in the order in which they were told. Nobody's request fails because one could not be written. */
const write = (line: (to: Lines, requestId: string | undefined) => void): void => {
  const asked = requestId;
  written = lines()
    .then((to) => line(to, asked))
    .catch((error: unknown) => void process.stderr.write(`${String(error)}\n`));
};

export const log: Deps['log'] = (entry) => write((to, asked) => to.log(entry, asked));
export const answered = (answer: Answered): void => write((to, asked) => to.answered(answer, asked));

const OfGateway = z.object({ requestContext: z.object({ requestId: z.string() }) });
const OfLambda = z.object({ awsRequestId: z.string() });

/** As the gateway's log of accesses calls the request; elsewhere as Lambda calls the invocation. */
const requestIdIn = ([event, context]: readonly unknown[]): string | undefined =>
  OfGateway.safeParse(event).data?.requestContext.requestId ?? OfLambda.safeParse(context).data?.awsRequestId;

/** A handler that ends when its lines are written: Lambda lets the process stand still from then on. */
export const watched =
  <Given extends readonly unknown[], Answer>(handler: (...given: Given) => Promise<Answer>) =>
  async (...given: Given): Promise<Answer> => {
    requestId = requestIdIn(given);
    try {
      return await handler(...given);
    } finally {
      await written;
    }
  };
