export type Role = 'student' | 'company' | 'coordinator' | 'referrer';

/** What a verified access token says of its bearer. */
export interface Identity {
  /** Stable and opaque; never an e-mail address. */
  subject: string;
  role: Role;
  email: string;
  /** The issuer says that nobody has shown that the address is theirs. Issuers that say nothing verify it first. */
  emailUnverified?: true;
  name: string;
}

/** Any OpenID Connect issuer: the embedded one, Cognito, or the operator's own. */
export interface IdentityVerifier {
  /** The bearer's identity, or undefined when the token is not valid now. */
  verify(accessToken: string): Promise<Identity | undefined>;
}
