import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isPublicAddress } from '../../../functions/webhook/address.ts';
import { httpsPost } from '../../../functions/webhook/https-post.ts';
import { listenOn } from '../../../infra/local/listen.ts';
import { refusal } from '../../support/entities.ts';

describe('an address of the public internet', () => {
  it.each(['1.1.1.1', '93.184.215.14', '2606:4700:4700::1111'])('%s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
  it.each([
    '127.0.0.1', '127.255.255.254', '0.0.0.0', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1',
    '169.254.169.254', '100.64.0.1', '192.0.2.1', '198.18.0.1', '224.0.0.1', '255.255.255.255',
    '::', '::1', '::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:1.1.1.1', '64:ff9b::7f00:1', 'fe80::1', 'fe80::1%eth0',
    'fc00::1', 'fd12:3456::1', 'ff02::1', '2001:db8::1', '2002:7f00:1::', '2001:0:7f00:1::', 'example.com', '',
  ])('not %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  }); // prettier-ignore
});

const leadingTo =
  (...addresses: string[]) =>
  async () =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

describe('what deliveries may be sent to', () => {
  let server: Server;
  let port: number;
  const asked: string[] = [];
  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      if (request.url === '/moved') response.writeHead(302, { location: `http://127.0.0.1:${port}/inside` });
      else if (request.url === '/long') response.write('x'.repeat(5_000));
      else response.writeHead(200);
      if (request.url !== '/slow') response.end();
    });
    port = await listenOn(server, 0);
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it.each([
    'http://example.com/', 'https://user:pass@example.com/', 'https://127.0.0.1/', 'https://localhost/',
    'https://2130706433/', 'https://0x7f.1/', 'https://0177.0.0.1/', 'https://127.1/', 'https://[::1]/',
    'https://[::ffff:127.0.0.1]/', 'https://[::ffff:7f00:1]/', 'https://169.254.169.254/latest/meta-data/', 'https://10.0.0.8/',
    'ftp://example.com/', 'https://1.1.1.1:22/', 'https://example.com:8080/',
  ])('refuses %s when it is registered', async (url) => {
    await expect(httpsPost({ resolve: leadingTo('127.0.0.1') }).check(url)).rejects.toThrow(
      refusal('webhook_url_refused', ['/url']),
    );
  }); // prettier-ignore

  it('refuses a name that leads to a private address, also as one of several', async () => {
    const check = (...to: string[]) =>
      httpsPost({ resolve: leadingTo(...to) }).check('https://partner.example/');
    await expect(check('1.1.1.1')).resolves.toBeUndefined();
    const other = httpsPost({ resolve: leadingTo('1.1.1.1') });
    await expect(other.check('https://partner.example:8443/')).resolves.toBeUndefined();
    await expect(check('10.0.0.1')).rejects.toThrow(refusal('webhook_url_refused'));
    await expect(check('1.1.1.1', '::1')).rejects.toThrow(refusal('webhook_url_refused'));
    await expect(check()).rejects.toThrow(refusal('webhook_url_refused'));
  });

  it('looks again when it connects: a name that leads inside by then is not followed', async () => {
    // A name cannot be TLS here without a certificate: the refusal comes before any byte is sent.
    let looks = 0;
    const post = httpsPost({
      resolve: async () => {
        looks += 1;
        return [{ address: looks === 1 ? '1.1.1.1' : '127.0.0.1', family: 4 }];
      },
    });
    await post.check('https://partner.example/rebound');
    const { failure, status } = await post.send('https://partner.example/rebound', {
      headers: {},
      body: '{}',
    });
    expect({ failure, status, asked: asked.includes('/rebound') }).toEqual({
      failure: 'webhook_url_refused',
      status: undefined,
      asked: false,
    });
    expect(looks).toBe(2);
  });

  const inside = (more: object = {}) =>
    httpsPost({ allowPrivate: true, resolve: leadingTo('127.0.0.1'), ...more });
  const send = (path: string, more: object = {}) =>
    inside(more).send(`http://partner.example:${port}${path}`, { headers: {}, body: '{}' });

  it('connects to the address that it looked at, follows no redirection, and keeps the beginning of an answer', async () => {
    expect(await send('/hook')).toMatchObject({ status: 200 });
    expect(await send('/moved')).toMatchObject({ status: 302 });
    expect(asked).not.toContain('/inside');
    expect((await send('/long')).answer).toHaveLength(2_048);
  });

  it('waits so long and no longer', async () => {
    expect(await send('/slow', { withinMs: 100 })).toMatchObject({ failure: 'timeout' });
  });

  it('reaches this machine only where a setting says so', async () => {
    const url = `http://127.0.0.1:${port}/hook`;
    expect(await httpsPost().send(url, { headers: {}, body: '' })).toMatchObject({
      failure: 'webhook_url_refused',
    });
    expect(await inside().send(url, { headers: {}, body: '' })).toMatchObject({ status: 200 });
  });
});
