import type { TestProject } from 'vitest/node';
import { anyPort } from '../../infra/local/services/ports.ts';
import {
  type RunningService,
  type ServiceName,
  ServiceUnavailable,
  serviceNames,
} from '../../infra/local/services/service.ts';
import { startService } from '../../infra/local/services/start.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where each service answers; absent where it cannot be had. */
    services: Partial<Record<ServiceName, string>>;
  }
}

/** Starts the real services once for all tests of the project that has this setup. */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  const running: RunningService[] = [];
  const urls: Partial<Record<ServiceName, string>> = {};
  for (const name of serviceNames) {
    try {
      const service = await startService(name, await anyPort(name));
      running.push(service);
      urls[name] = service.url;
    } catch (error) {
      if (!(error instanceof ServiceUnavailable)) throw error;
      console.log(`There is no ${name} for the tests. ${error.message}`);
    }
  }
  project.provide('services', urls);
  return async () => {
    await Promise.all(running.map((service) => service.stop()));
  };
};
