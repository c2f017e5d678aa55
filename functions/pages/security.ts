/** What pages may load and talk to: nothing but this site, and other origins to sign in and to get large files. */
export const contentSecurity = (otherOrigins: readonly string[]) => ({
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  connectSrc: ["'self'", ...otherOrigins],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
});

/** The same as a header's value. */
export const contentSecurityLine = (otherOrigins: readonly string[]): string =>
  Object.entries(contentSecurity(otherOrigins))
    .map(
      ([name, sources]) =>
        `${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)} ${sources.join(' ')}`,
    )
    .join('; ');
