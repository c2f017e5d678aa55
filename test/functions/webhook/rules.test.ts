import { describe, expect, it } from 'vitest';
import { Webhook as Receiver } from 'standardwebhooks';
import {
  askedAgain, beginningOf, bothValidMs, mostTries, pausesMs, rotated, triedOnce, validSecrets,
} from '../../../functions/webhook/rules.ts'; // prettier-ignore
import { Delivery } from '../../../functions/webhook/schema.ts';
import { newSecret, signedHeaders } from '../../../functions/webhook/signature.ts';
import { decided } from '../../support/entities.ts';

const now = '2026-03-20T08:00:00.000Z';
const fresh = Delivery.parse({
  webhookId: 'whk_aaaaaaaaaaaaaaaa', eventId: 'evt_aaaaaaaaaaaaaaaa', type: 'offer.answered', body: '{}', state: 'pending',
  replays: 0, tries: 0, createdAt: now, expiresAt: '2026-04-20T08:00:00.000Z', version: 1,
}); // prettier-ignore

describe('a delivery', () => {
  it('is tried again after longer and longer pauses, and is dead after the last', () => {
    const failed = { at: now, ms: 100, status: 500 };
    let delivery = fresh;
    const pauses = [];
    while (delivery.state === 'pending') {
      delivery = triedOnce(delivery, failed);
      if (delivery.nextAt !== undefined) pauses.push(Date.parse(delivery.nextAt) - Date.parse(now) - 100);
    }
    expect(delivery).toMatchObject({ state: 'dead', tries: mostTries });
    expect(pauses).toEqual([...pausesMs]);
  });

  it('has arrived by 2xx alone; a redirection has not, and 410 ends it', () => {
    const after = (status: number) => triedOnce(fresh, { at: now, ms: 1, status }).state;
    expect([200, 204, 299].map(after)).toEqual(['delivered', 'delivered', 'delivered']);
    expect([199, 301, 307, 400, 500].map(after)).toEqual(Array(5).fill('pending'));
    expect(after(410)).toBe('dead');
  });

  it('is sent again under the same id when it has ended, or its message was lost', () => {
    expect(decided(() => askedAgain(fresh, now))).toBe('delivery_pending');
    const dead = triedOnce(fresh, { at: now, ms: 1, status: 410 });
    expect(askedAgain(dead, now)).toMatchObject({
      eventId: fresh.eventId,
      state: 'pending',
      tries: 0,
      replays: 1,
    });
    expect(askedAgain(fresh, '2026-03-20T10:00:00.000Z')).toMatchObject({ replays: 1 });
  });

  it('keeps of an answer no addresses and no numbers of people', () => {
    const answer = 'Thanks\n lin@example.org,  call +86 138 0013 8000 now';
    expect(beginningOf(answer)).toBe('Thanks …, call … now');
    expect(beginningOf('y'.repeat(999))).toHaveLength(200);
  });
});

describe('a signature', () => {
  const at = new Date().toISOString();
  const message = { id: fresh.eventId, at, body: '{"type":"offer.answered"}' };

  it('is one that a receiver by the specification takes', () => {
    const secret = newSecret();
    const headers = signedHeaders([secret], message);
    expect(new Receiver(secret).verify(message.body, headers)).toEqual({ type: 'offer.answered' });
  });

  it('is refused when anything of it was altered, or it is old', () => {
    const secret = newSecret();
    const receiver = new Receiver(secret);
    const headers = signedHeaders([secret], message);
    const taken = (body: string, more: object = {}) => {
      try {
        receiver.verify(body, { ...headers, ...more });
        return true;
      } catch {
        return false;
      }
    };
    expect(taken(message.body)).toBe(true);
    expect(taken(message.body.replace('answered', 'pending'))).toBe(false);
    expect(taken(message.body, { 'webhook-id': 'evt_other' })).toBe(false);
    const earlier = String(Number(headers['webhook-timestamp']) - 1);
    expect(taken(message.body, { 'webhook-timestamp': earlier })).toBe(false);
    expect(taken(message.body, signedHeaders([newSecret()], message))).toBe(false);
    const old = { ...message, at: new Date(Date.now() - 3_600_000).toISOString() };
    expect(taken(message.body, signedHeaders([secret], old))).toBe(false);
  });

  it('is made with two secrets for a day after the change, so that either receiver takes it', () => {
    const [first, second] = [newSecret(), newSecret()];
    const secrets = rotated([{ value: first }], second, now);
    expect(validSecrets(secrets, now)).toEqual([second, first]);
    expect(validSecrets(secrets, new Date(Date.parse(now) + bothValidMs).toISOString())).toEqual([second]);
    const headers = signedHeaders(validSecrets(secrets, now), message);
    for (const secret of [first, second])
      expect(new Receiver(secret).verify(message.body, headers)).toBeDefined();
  });
});
