import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { inject } from 'vitest';
import * as z from 'zod';
import { howToGetMoto } from './install.ts';
import { listenOn } from '../../../infra/local/listen.ts';

/** Where Moto answers; undefined where it cannot be had. */
export const motoUrl = (): string | undefined => {
  const url = inject('moto');
  if (url === undefined && process.env.REQUIRE_ALL === '1')
    throw new Error(`REQUIRE_ALL is set and there is no Moto: it needs ${howToGetMoto}.`);
  return url;
};

/** What Moto does not know of an account, as AWS documents it. */
export interface AccountFacts {
  /** SES v2, GetAccount. */
  mail: { ProductionAccessEnabled: boolean; SendingEnabled: boolean; SendQuota: { Max24HourSend: number } };
  /** SES v2, GetEmailIdentity: whose records are in the DNS. */
  verified: Set<string>;
  /** Lambda, GetAccountSettings. */
  concurrency: number;
  /** OpenSearch Service, DescribeDomainHealth. */
  searchHealth: 'Green' | 'Yellow' | 'Red';
}

const SecondFactor = z.object({
  Username: z.string(),
  EmailMfaSettings: z.strictObject({ Enabled: z.boolean(), PreferredMfa: z.boolean() }),
});

/** An account of AWS: Moto, and before it a server for the few calls that Moto does not know. */
export const startAccount = async (moto: string) => {
  const facts: AccountFacts = {
    mail: { ProductionAccessEnabled: true, SendingEnabled: true, SendQuota: { Max24HourSend: 50_000 } },
    verified: new Set(),
    concurrency: 1_000,
    searchHealth: 'Green',
  };
  /** Who has which second factors, by Cognito's name. */
  const secondFactors = new Map<string, string[]>();
  const asked: string[] = [];

  const pass = async (request: IncomingMessage, body: string, to: ServerResponse): Promise<void> => {
    const { method = 'GET', url = '/', headers } = request;
    const sent = Object.entries(headers).flatMap(([name, value]) =>
      ['host', 'connection', 'content-length'].includes(name) || value === undefined
        ? []
        : [[name, String(value)] as [string, string]],
    );
    const answer = await fetch(`${moto}${url}`, { method, headers: sent, ...(body !== '' && { body }) });
    const identity = /^\/v2\/email\/identities\/([^/]+)$/.exec(url)?.[1];
    const answered =
      method === 'GET' && answer.ok && identity !== undefined
        ? JSON.stringify({
            ...z.looseObject({}).parse(await answer.json()),
            VerifiedForSendingStatus: facts.verified.has(decodeURIComponent(identity)),
          })
        : await answer.text();
    const type = answer.headers.get('content-type') ?? 'text/plain';
    const error = answer.headers.get('x-amzn-errortype');
    to.writeHead(answer.status, {
      'content-type': type,
      ...(error !== null && { 'x-amzn-errortype': error }),
    });
    to.end(answered);
  };

  const server = createServer(async (request, response) => {
    const body = await text(request);
    const say = (json: object) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(json));
    const target = String(request.headers['x-amz-target'] ?? '').split('.')[1] ?? '';
    asked.push(target === '' ? `${request.method} ${request.url}` : target);
    if (request.url === '/v2/email/account') return void say(facts.mail);
    if (request.url?.startsWith('/2016-08-19/account-settings') === true)
      return void say({ AccountLimit: { ConcurrentExecutions: facts.concurrency } });
    if (/^\/2021-01-01\/opensearch\/domain\/[^/]+\/health$/.test(request.url ?? ''))
      return void say({ DomainState: 'Active', ClusterHealth: facts.searchHealth });
    if (target === 'AdminSetUserMFAPreference') {
      const { Username, EmailMfaSettings } = SecondFactor.parse(JSON.parse(body));
      secondFactors.set(Username, EmailMfaSettings.Enabled ? ['EMAIL_OTP'] : []);
      return void say({});
    }
    return pass(request, body, response);
  });
  const port = await listenOn(server, 0);
  const url = `http://127.0.0.1:${port}`;
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  return {
    facts,
    secondFactors,
    /** The names of the calls that came in. */
    asked,
    clientIn: (region: string) => ({ endpoint: url, region, credentials }),
    /** The environment in which a command finds this account. */
    environment: {
      AWS_ENDPOINT_URL: url,
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_MAX_ATTEMPTS: '1',
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
