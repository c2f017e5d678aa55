import * as z from 'zod';
import { operations } from '../../../functions/operations.ts';
import { SiteConfig } from '../../../functions/pages/config.ts';
import type { Look } from './look.ts';

const withinMs = 30_000;
const ask = (url: string, init: RequestInit = {}): Promise<Response> =>
  fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(withinMs) });

const unlessStatus = (response: Response, ...wanted: readonly number[]): string | undefined =>
  wanted.includes(response.status) ? undefined : `${response.status} instead of ${wanted.join(' or ')}`;

const Described = z.object({ paths: z.record(z.string(), z.unknown()) });
const Discovery = z.object({ issuer: z.string(), jwks_uri: z.url() });
const Keys = z.object({ keys: z.array(z.unknown()).min(1) });

const pages = async (origin: string): Promise<string | undefined> => {
  const response = await ask(`${origin}/`);
  const wrong = unlessStatus(response, 200);
  if (wrong !== undefined) return wrong;
  if (!(await response.text()).toLowerCase().includes('<!doctype html>')) return 'what came is no page';
  const policy = response.headers.get('content-security-policy') ?? '';
  if (!policy.includes("default-src 'none'"))
    return 'pages may load anything: there is no strict content policy';
  return response.headers.get('x-content-type-options') === 'nosniff'
    ? undefined
    : 'types of files may be guessed';
};

const issuer = async (origin: string): Promise<string | undefined> => {
  const config = SiteConfig.parse(await (await ask(`${origin}/config.json`)).json());
  const found = await ask(`${config.issuer}/.well-known/openid-configuration`);
  const { issuer: named, jwks_uri } = Discovery.parse(await found.json());
  if (named !== config.issuer) return `the pages sign in at ${config.issuer}, which calls itself ${named}`;
  Keys.parse(await (await ask(jwks_uri)).json());
  return undefined;
};

/** Whether the API that answers is the one of this code. */
const version = async (origin: string): Promise<string | undefined> => {
  const { paths } = Described.parse(await (await ask(`${origin}/v1/openapi.json`)).json());
  const wanted = new Set(Object.values(operations).map(({ path }) => path));
  const served = new Set(Object.keys(paths).map((path) => path.replace(/^\/v1/, '')));
  const missing = [...wanted].filter((path) => !served.has(path));
  return missing.length === 0
    ? undefined
    : `it lacks ${missing.slice(0, 3).join(', ')}: an older version answers`;
};

/** What anyone can ask of a deployment, without an account. */
export const fromOutside = (origin: string): readonly Look[] => [
  { name: 'The pages come, with their security headers', look: () => pages(origin) },
  { name: 'The issuer that they sign in at answers', look: () => issuer(origin) },
  {
    name: 'The API reads its record',
    look: async () => unlessStatus(await ask(`${origin}/v1/health`), 200),
  },
  { name: 'The API is the one of this code', look: () => version(origin) },
  {
    name: 'Postings can be searched',
    // Before the first cycle there is nothing to search in.
    look: async () => unlessStatus(await ask(`${origin}/v1/postings?limit=1`), 200, 404),
  },
  {
    name: 'Nobody gets in without a token',
    look: async () => unlessStatus(await ask(`${origin}/v1/me`), 401),
  },
  {
    name: 'Nobody gets in with a token that was made up',
    look: async () => {
      const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
      const token = `${part({ alg: 'none', typ: 'JWT' })}.${part({ sub: 'nobody', role: 'coordinator' })}.`;
      return unlessStatus(
        await ask(`${origin}/v1/me`, { headers: { authorization: `Bearer ${token}` } }),
        401,
      );
    },
  },
];
