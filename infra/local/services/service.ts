export const serviceNames = ['open-search', 'dynamo-db', 'sqs', 's3'] as const;
export type ServiceName = (typeof serviceNames)[number];

/** A service that answers. */
export interface RunningService {
  readonly url: string;
  /** Resolves when its process is gone. */
  stop: () => Promise<void>;
}

/** Why a service cannot be had on this machine, and what would change that. */
export class ServiceUnavailable extends Error {}
