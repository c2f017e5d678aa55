/** The part of oidc-provider 9 that the issuer uses; the package ships no types. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  export type Payload = Record<string, unknown>;

  export interface Adapter {
    upsert(id: string, payload: Payload, expiresIn?: number): Promise<void>;
    find(id: string): Promise<Payload | undefined>;
    findByUid(uid: string): Promise<Payload | undefined>;
    findByUserCode(userCode: string): Promise<Payload | undefined>;
    consume(id: string): Promise<void>;
    destroy(id: string): Promise<void>;
    revokeByGrantId(grantId: string): Promise<void>;
  }

  export interface Client {
    clientId: string;
    redirectUris: string[];
    grantTypeAllowed(grantType: string): boolean;
  }

  export interface Grant {
    addOIDCScope(scope: string): void;
    addResourceScope(resource: string, scope: string): void;
    save(): Promise<string>;
  }

  /** A Koa context with what the provider hangs on it. */
  export interface Context {
    type: string;
    status: number;
    body: unknown;
    get(header: string): string;
    oidc: {
      provider: Provider;
      client?: Client;
      params?: Record<string, unknown>;
      entities: { IdTokenHint?: unknown };
      session: { accountId?: string; grantIdFor(clientId: string): string | undefined };
    };
  }

  export interface Interaction {
    uid: string;
    prompt: { name: string };
    params: Record<string, unknown>;
  }

  export type InteractionResult =
    | { login: { accountId: string } }
    | { consent: Record<string, never> }
    | { error: string; error_description: string };

  export class Provider {
    constructor(issuer: string, configuration: Record<string, unknown>);
    readonly Grant: {
      new (of: { clientId: string; accountId: string }): Grant;
      find(id: string): Promise<Grant | undefined>;
    };
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<Interaction>;
    /** Keeps the result and gives the URL at which the browser goes on. */
    interactionResult(
      request: IncomingMessage,
      response: ServerResponse,
      result: InteractionResult,
    ): Promise<string>;
    on(event: 'server_error', listener: (context: Context, error: Error) => void): this;
  }

  export namespace errors {
    class OIDCProviderError extends Error {}
    class InvalidGrant extends OIDCProviderError {
      constructor(detail: string);
    }
    class InvalidTarget extends OIDCProviderError {}
    class SessionNotFound extends OIDCProviderError {}
  }
}
