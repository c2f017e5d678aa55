import {
  BadRequestException,
  MessageRejected,
  SendEmailCommand,
  SESv2Client,
  SESv2ServiceException,
} from '@aws-sdk/client-sesv2';
import type { Clock } from '../clock/clock.ts';
import type { Deps } from '../deps.ts';
import { Unavailable } from '../errors.ts';
import type { Table } from '../table/table.ts';
import { letterClaims } from './claims.ts';
import type { Letter, Mail } from './mail.ts';

/** SES of the region. What is throttled is tried again with growing pauses, well within the time of a claim. */
export const sesIn = (region: string): SESv2Client =>
  new SESv2Client({
    region,
    maxAttempts: 5,
    requestHandler: { connectionTimeout: 1_000, requestTimeout: 5_000, throwOnRequestTimeout: true },
  });

const charset = { Charset: 'UTF-8' };

/** One click in the reader's mail programme, as RFC 8058 says. */
const headersOf = ({ unsubscribe }: Letter) =>
  unsubscribe === undefined
    ? []
    : [
        { Name: 'List-Unsubscribe', Value: `<${unsubscribe}>` },
        { Name: 'List-Unsubscribe-Post', Value: 'List-Unsubscribe=One-Click' },
      ];

const commandFor = (letter: Letter, from: string): SendEmailCommand =>
  new SendEmailCommand({
    FromEmailAddress: from,
    Destination: { ToAddresses: [letter.to] },
    Content: {
      Simple: {
        Subject: { Data: letter.subject, ...charset },
        Body: { Text: { Data: letter.text, ...charset } },
        ...(letter.unsubscribe !== undefined && { Headers: headersOf(letter) }),
      },
    },
  });

/** SES will never take this letter. That it does not know our own address says nothing of a letter. */
const isRefused = (error: unknown, from: string): boolean =>
  (error instanceof MessageRejected || error instanceof BadRequestException) && !error.message.includes(from);

/** SES has said that it did not take the letter; otherwise it may have, and its answer was lost. */
const wasNotTaken = (error: unknown): boolean =>
  error instanceof SESv2ServiceException && (error.$metadata.httpStatusCode ?? 500) < 500;

/**
 * Letters through Amazon SES. Bounces come after a letter was taken: SES keeps those addresses on the account's
 * suppression list and writes to them no more.
 */
export const sesMail = (options: {
  client: SESv2Client;
  from: string;
  table: Table;
  clock: Clock;
  log: Deps['log'];
}): Mail => {
  const { client, from, log } = options;
  const claims = letterClaims(options);
  return {
    send: async (letter) => {
      const claimed = await claims.claim(letter.id);
      if (claimed === undefined) return;
      try {
        await client.send(commandFor(letter, from));
      } catch (error) {
        const reason = error instanceof Error ? error.name : 'unknown';
        if (isRefused(error, from)) {
          log({ level: 'error', event: 'letter_refused', letter: claimed.letter, reason });
          return claims.settle(claimed, 'refused');
        }
        if (wasNotTaken(error)) await claims.release(claimed);
        // Its message may hold the address: the name has to do.
        throw new Unavailable(`SES did not take the letter ${claimed.letter}: ${reason}`);
      }
      await claims.settle(claimed, 'sent');
    },
  };
};
