import type * as z from 'zod';
import type { access, Access } from './access.ts';
import type {
  Actor,
  CompanyActor,
  CoordinatorActor,
  KeyActor,
  RecruiterActor,
  ReferrerAccountActor,
  ReferrerActor,
  StudentActor,
} from './actor.ts';
import type { KeyOperation } from './api-key/operations-of-scope.ts';
import type { Instant } from './clock/clock.ts';
import type { Deps } from './deps.ts';
import type { Download } from './files/download.ts';
import type { Operation } from './operation.ts';
import type { OperationName, Operations } from './operations.ts';

/** Whom the access table lets through, as a type: a handler cannot meet an actor it does not expect. */
interface ActorOf extends Record<Access, Actor> {
  anyone: Exclude<Actor, { kind: 'system' }>;
  signedIn: StudentActor | CompanyActor | CoordinatorActor | ReferrerAccountActor;
  student: StudentActor;
  company: CompanyActor;
  owner: RecruiterActor;
  owner_or_coordinator: RecruiterActor | CoordinatorActor;
  coordinator: CoordinatorActor;
  party: StudentActor | RecruiterActor;
  party_or_coordinator: StudentActor | RecruiterActor | CoordinatorActor;
  referrer: ReferrerActor;
}

type Parsed<O, K extends keyof Operation> = O extends { [key in K]: infer S extends z.ZodType }
  ? z.output<S>
  : undefined;

/** A checked request: everything in it has been parsed, and the actor is one that the access table admits. */
export interface Call<N extends OperationName> {
  actor: ActorOf[(typeof access)[N]] | (N extends KeyOperation ? KeyActor : never);
  params: Parsed<Operations[N], 'params'>;
  query: Parsed<Operations[N], 'query'>;
  body: Parsed<Operations[N], 'body'>;
  /** The version in If-Match; an operation without `ifMatch` gets 0 and ignores it. */
  version: number;
  now: Instant;
  deps: Deps;
  /** The raw body of an operation with `upload`. */
  upload: AsyncIterable<Uint8Array>;
}

export type Answer<N extends OperationName> = Operations[N] extends { download: string }
  ? Download
  : Operations[N] extends { response: infer S extends z.ZodType }
    ? z.input<S>
    : void;

export type Handler<N extends OperationName> = (call: Call<N>) => Promise<Answer<N>>;
/** One handler for each operation of a domain. */
export type Handlers<N extends OperationName> = { [name in N]: Handler<name> };
