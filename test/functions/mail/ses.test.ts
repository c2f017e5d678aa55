import { SESv2Client } from '@aws-sdk/client-sesv2';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Unavailable } from '../../../functions/errors.ts';
import type { Mail } from '../../../functions/mail/mail.ts';
import { sesMail } from '../../../functions/mail/ses.ts';
import type { Table } from '../../../functions/table/table.ts';
import { startAws } from '../../../infra/local/lambda/aws.ts';
import { testClock } from '../../support/clock.ts';
import { dying } from '../../support/market.ts';
import { freshTable } from '../../support/table.ts';

const clock = testClock('2026-05-19T10:00:00.000Z');
const minute = 60_000;
const letter = {
  id: 'POSTING#p#POSTING#2#li@example.org',
  to: 'li@example.org',
  subject: '匹配结果 / Your result',
  text: '你的结果已公布。\nYour result is there.',
  sentAt: '2026-05-19T10:00:00.000Z',
};

let aws: Awaited<ReturnType<typeof startAws>>;
let client: SESv2Client;
let store: ReturnType<typeof freshTable>;
let mail: Mail;
const logged: object[] = [];
const open = (table: Table = store.table): Mail =>
  sesMail({
    client,
    from: 'post@internships.example',
    table,
    clock,
    log: (entry) => void logged.push(entry),
  });

beforeEach(async () => {
  logged.length = 0;
  aws = await startAws();
  client = new SESv2Client({
    endpoint: aws.url,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'key', secretAccessKey: 'secret' },
    maxAttempts: 3,
  });
  store = freshTable(clock);
  mail = open();
});
afterEach(async () => {
  client.destroy();
  await aws.stop();
  await store.close();
});

describe('letters through SES', () => {
  it('arrive whole, in both languages, at their address', async () => {
    await mail.send(letter);
    const { to, subject, text } = letter;
    expect(aws.delivered).toEqual([{ from: 'post@internships.example', to: [to], subject, text }]);
  });

  it('say where one click stops them, as RFC 8058 does', async () => {
    const unsubscribe = 'https://internships.example/v1/unsubscribe/token';
    await mail.send({ ...letter, unsubscribe });
    expect(aws.delivered[0]?.headers).toEqual({
      'List-Unsubscribe': `<${unsubscribe}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    });
  });

  it('are sent once, whoever sends them again, and leave no address in the record', async () => {
    await mail.send(letter);
    await open().send(letter);
    expect(aws.delivered).toHaveLength(1);
    for await (const item of store.table.items()) expect(JSON.stringify(item)).not.toContain('example.org');
  });

  it('are sent once by several who begin at the same time; the others are told to come back', async () => {
    const ends = await Promise.allSettled([1, 2, 3, 4].map(() => open().send(letter)));
    expect(aws.delivered).toHaveLength(1);
    const refusals = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []));
    expect(refusals.filter((reason) => !(reason instanceof Unavailable))).toEqual([]);
    await mail.send(letter);
    expect(aws.delivered).toHaveLength(1);
  });

  it('wait out throttling', async () => {
    aws.troubles.push(
      ...Array.from({ length: 2 }, () => ({ status: 429, type: 'TooManyRequestsException' })),
    );
    await mail.send(letter);
    expect(aws.delivered).toHaveLength(1);
    expect(aws.asked()).toBe(3);
  });

  it.each(['TooManyRequestsException', 'SendingPausedException', 'AccountSuspendedException'])(
    'can be sent later when SES says %s now',
    async (type) => {
      aws.troubles.push(...Array.from({ length: 3 }, () => ({ status: 429, type })));
      await expect(mail.send(letter)).rejects.toThrow(Unavailable);
      aws.troubles.length = 0;
      await mail.send(letter);
      expect(aws.delivered).toHaveLength(1);
    },
  );

  it.each(['MessageRejected', 'BadRequestException'])(
    'are given up when SES never takes them (%s), and logged without the address',
    async (type) => {
      aws.troubles.push({ status: 400, type, message: `Address li@example.org is not good` });
      await mail.send(letter);
      await mail.send(letter);
      expect(aws.asked()).toBe(1);
      expect(logged).toEqual([expect.objectContaining({ event: 'letter_refused', reason: type })]);
      expect(JSON.stringify(logged)).not.toContain('example.org');
    },
  );

  it('wait when it is the sender whom SES does not know', async () => {
    const message = 'Email address is not verified: post@internships.example';
    aws.troubles.push({ status: 400, type: 'MessageRejected', message });
    await expect(mail.send(letter)).rejects.toThrow(Unavailable);
    await mail.send(letter);
    expect(aws.delivered).toHaveLength(1);
  });

  it('name no address in the error either', async () => {
    aws.troubles.push({ status: 403, type: 'AccessDeniedException', message: 'li@example.org' });
    const error = await mail.send(letter).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Unavailable);
    expect(String(error)).not.toContain('example.org');
  });

  it('are sent after a while when nobody knows what became of them', async () => {
    aws.troubles.push('silence', 'silence', 'silence');
    await expect(mail.send(letter)).rejects.toThrow(Unavailable);
    await expect(mail.send(letter)).rejects.toThrow(/another process/);
    clock.advance(2 * minute);
    await mail.send(letter);
    expect(aws.delivered).toHaveLength(1);
  });

  it('go out a second time rather than never when the process ends before it could note the first', async () => {
    await expect(open(dying(store.table, 1)).send(letter)).rejects.toThrow(Error);
    expect(aws.delivered).toHaveLength(1);
    await expect(mail.send(letter)).rejects.toThrow(Unavailable);
    clock.advance(2 * minute);
    await mail.send(letter);
    await mail.send(letter);
    expect(aws.delivered).toHaveLength(2);
  });
});
