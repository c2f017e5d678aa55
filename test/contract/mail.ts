import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Letter, Mailbox } from '../../functions/mail/mail.ts';

/** What every adapter of the mail port must do whose letters can be looked at. */
export function mailContract(
  name: string,
  makeAdapter: () => Promise<{ mail: Mailbox; close: () => Promise<void> }>,
): void {
  describe(`mail contract: ${name}`, () => {
    let mail: Mailbox;
    let close: () => Promise<void>;
    beforeAll(async () => {
      ({ mail, close } = await makeAdapter());
    });
    afterAll(() => close());

    const letter = (id: string, to: string, minute: number): Letter => ({
      id,
      to,
      subject: '匹配结果',
      text: 'Your result is there.\n你的结果已公布。',
      sentAt: `2026-05-19T10:${String(minute).padStart(2, '0')}:00.000Z`,
    });

    test('a letter arrives whole, at its address only, however the address is written', async () => {
      const sent = letter('whole', 'Li@example.org', 1);
      await mail.send(sent);
      expect(await mail.received('li@EXAMPLE.org', { limit: 10 })).toEqual({ letters: [sent] });
      expect(await mail.received('other@example.org', { limit: 10 })).toEqual({ letters: [] });
    });

    test('the same id sent twice arrives once, as it was first', async () => {
      const first = letter('twice', 'twice@example.org', 1);
      await Promise.all([mail.send(first), mail.send(first)]);
      await mail.send({ ...first, subject: 'another', sentAt: '2026-05-19T11:00:00.000Z' });
      expect((await mail.received('twice@example.org', { limit: 10 })).letters).toEqual([first]);
    });

    test('shows the newest first, page by page', async () => {
      for (const minute of [2, 0, 4, 1, 3])
        await mail.send(letter(`p${minute}`, 'pages@example.org', minute));
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await mail.received('pages@example.org', { limit: 2, ...(cursor && { cursor }) });
        expect(page.letters.length).toBeLessThanOrEqual(2);
        seen.push(...page.letters.map(({ id }) => id));
        cursor = page.cursor;
      } while (cursor !== undefined);
      expect(seen).toEqual(['p4', 'p3', 'p2', 'p1', 'p0']);
    });
  });
}
