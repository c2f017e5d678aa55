import { createHash } from 'node:crypto';

/** The scripts that a document holds itself, as text; what is only data has a type. */
export const scriptsIn = (html: string): string[] =>
  [...html.matchAll(/<script>(.*?)<\/script>/gs)].map(([, text = '']) => text);

/** A script that a document holds, as a policy names it. */
const byHash = (script: string): string => `'sha256-${createHash('sha256').update(script).digest('base64')}'`;

interface Allowed {
  /** Those that documents hold, besides the site's own files. */
  scripts: readonly string[];
  /** To sign in and to get large files. */
  otherOrigins: readonly string[];
}

/** What pages may load and talk to: nothing but this site and what is named. */
export const contentSecurity = ({ scripts, otherOrigins }: Allowed) => ({
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'", ...scripts.map(byHash)],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  connectSrc: ["'self'", ...otherOrigins],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
});

/** The same as a header's value. */
export const contentSecurityLine = (allowed: Allowed): string =>
  Object.entries(contentSecurity(allowed))
    .map(
      ([name, sources]) =>
        `${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)} ${sources.join(' ')}`,
    )
    .join('; ');
