import { createHash } from 'node:crypto';

/** The scripts that a document holds itself, by their hashes, as a policy names them. */
export const scriptsIn = (html: string): string[] =>
  [...html.matchAll(/<script>(.*?)<\/script>/gs)].map(
    ([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  );

interface Allowed {
  /** Besides the site's own files. */
  scripts: readonly string[];
  /** To sign in and to get large files. */
  otherOrigins: readonly string[];
}

/** What pages may load and talk to: nothing but this site and what is named. */
export const contentSecurity = ({ scripts, otherOrigins }: Allowed) => ({
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'", ...scripts],
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
