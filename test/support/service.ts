import { inject } from 'vitest';
import type { ServiceName } from '../../infra/local/services/service.ts';
import { howToGetServices } from '../../infra/local/services/start.ts';

/** Where a service that was started for the tests answers; undefined where it cannot be had. */
export const serviceUrl = (name: ServiceName): string | undefined => {
  const url = inject('services')[name];
  if (url === undefined && process.env.REQUIRE_ALL === '1')
    throw new Error(`REQUIRE_ALL is set and there is no ${name}: it needs ${howToGetServices}.`);
  return url;
};
