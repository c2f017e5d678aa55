import * as z from 'zod';

/** What the web has to know before it can talk to anything; each deployment serves it at `/config.json`. */
export const SiteConfig = z.object({
  issuer: z.string(),
  clientId: z.string(),
  /** Resource indicator (RFC 8707) that makes the access token a JWT for this API; absent where the issuer knows none. */
  audience: z.string().exactOptional(),
  /** A parameter in which the issuer wants the address to come back to after signing out, besides the standard's. */
  signOutParameter: z.string().exactOptional(),
  /** Letters are kept where a page shows them; absent where they are sent. */
  mailbox: z.literal(true).exactOptional(),
});
export type SiteConfig = z.infer<typeof SiteConfig>;
