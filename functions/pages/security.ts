/** What pages may load and talk to: nothing but this site, and the issuer's origins to sign in. */
export const contentSecurity = (issuerOrigins: readonly string[]) => ({
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  connectSrc: ["'self'", ...issuerOrigins],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
});

/** The same as a header's value. */
export const contentSecurityLine = (issuerOrigins: readonly string[]): string =>
  Object.entries(contentSecurity(issuerOrigins))
    .map(
      ([name, sources]) =>
        `${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)} ${sources.join(' ')}`,
    )
    .join('; ');
