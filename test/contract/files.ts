import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Files } from '../../functions/files/files.ts';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const text = (content: string): Uint8Array => new TextEncoder().encode(content);

/** What every adapter of the files port must do. */
export function filesContract(
  name: string,
  makeAdapter: () => Promise<{ files: Files; close: () => Promise<void> }>,
): void {
  describe(`files contract: ${name}`, () => {
    let files: Files;
    let close: () => Promise<void>;
    beforeAll(async () => {
      ({ files, close } = await makeAdapter());
    });
    afterAll(() => close());

    const contentOf = async (file: string): Promise<Buffer | undefined> => {
      const stream = await files.read(file);
      return stream && Buffer.concat(await Array.fromAsync(stream));
    };

    test('gives back the bytes, their number and their SHA-256', async () => {
      const bytes = text('快照 {"seats": 3}\n');
      expect(await files.put('rounds/r1/snapshot.json', bytes)).toEqual({
        bytes: bytes.byteLength,
        sha256: sha256(bytes),
      });
      expect(await contentOf('rounds/r1/snapshot.json')).toEqual(Buffer.from(bytes));
    });

    test('lists what is complete, in order', async () => {
      const before = await files.list();
      for (const file of ['listed/b.json', 'listed/a/c.json', 'listed-too'])
        await files.put(file, text(file));
      expect(await files.list()).toEqual(
        [...before, 'listed-too', 'listed/a/c.json', 'listed/b.json'].toSorted(),
      );
      expect(await files.list('listed')).toEqual(['listed/a/c.json', 'listed/b.json']);
      expect(await files.list('listed/none')).toEqual([]);
      await files.remove('listed/b.json');
      expect(await files.list()).not.toContain('listed/b.json');
    });

    test('takes a stream of many chunks, and nothing at all', async () => {
      const chunk = new Uint8Array(64 * 1024).fill(7);
      async function* chunks(): AsyncGenerator<Uint8Array> {
        for (let at = 0; at < 100; at += 1) yield chunk;
      }
      const whole = Buffer.alloc(100 * chunk.byteLength, 7);
      expect(await files.put('large.bin', chunks())).toEqual({
        bytes: whole.byteLength,
        sha256: sha256(whole),
      });
      expect((await contentOf('large.bin'))?.equals(whole)).toBe(true);
      expect(await files.put('empty', new Uint8Array())).toEqual({
        bytes: 0,
        sha256: sha256(new Uint8Array()),
      });
      expect(await contentOf('empty')).toHaveLength(0);
    });

    test('a file whose stream fails is not there, and what was there before stays', async () => {
      async function* broken(): AsyncGenerator<Uint8Array> {
        yield text('half');
        throw new Error('the upload broke off');
      }
      await expect(files.put('broken.json', broken())).rejects.toThrow('the upload broke off');
      expect(await files.read('broken.json')).toBeUndefined();
      await files.put('kept.json', text('before'));
      await expect(files.put('kept.json', broken())).rejects.toThrow('the upload broke off');
      expect((await contentOf('kept.json'))?.toString()).toBe('before');
      async function* brokenLate(): AsyncGenerator<Uint8Array> {
        for (let megabyte = 0; megabyte < 12; megabyte += 1) yield new Uint8Array(1024 * 1024);
        throw new Error('the upload broke off');
      }
      await expect(files.put('broken-late.bin', brokenLate())).rejects.toThrow('the upload broke off');
      expect(await files.read('broken-late.bin')).toBeUndefined();
    });

    test('is invisible until it is complete', async () => {
      const half = Promise.withResolvers<void>();
      const goOn = Promise.withResolvers<void>();
      async function* slow(): AsyncGenerator<Uint8Array> {
        yield text('first ');
        half.resolve();
        await goOn.promise;
        yield text('second');
      }
      const written = files.put('slow.txt', slow());
      await half.promise;
      expect(await files.read('slow.txt')).toBeUndefined();
      goOn.resolve();
      await written;
      expect((await contentOf('slow.txt'))?.toString()).toBe('first second');
    });

    test('replaces, removes, and knows what is missing', async () => {
      await files.put('a/b.txt', text('one'));
      await files.put('a/b.txt', text('two'));
      expect((await contentOf('a/b.txt'))?.toString()).toBe('two');
      await files.remove('a/b.txt');
      expect(await files.read('a/b.txt')).toBeUndefined();
      await files.remove('a/b.txt');
      expect(await files.read('a')).toBeUndefined();
      expect(await files.read('none/at/all')).toBeUndefined();
    });

    test.each([
      '',
      '/',
      '../out',
      'a/../../out',
      'a//b',
      '/etc/passwd',
      '.',
      'a/.',
      'a\\b',
      'a\0b',
      '名',
      'a b',
      '~incoming',
    ])('refuses the name %j', async (bad) => {
      const refusal = { kind: 'invalid', code: 'invalid_file_name' };
      await expect(files.put(bad, text('x'))).rejects.toMatchObject(refusal);
      await expect(files.read(bad)).rejects.toMatchObject(refusal);
      await expect(files.remove(bad)).rejects.toMatchObject(refusal);
    });
  });
}
