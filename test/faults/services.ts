import { anyPort } from '../../infra/local/services/ports.ts';
import type { RunningService, ServiceName } from '../../infra/local/services/service.ts';
import { startService } from '../../infra/local/services/start.ts';

const started = new Map<ServiceName, Promise<RunningService>>();

const start = async (name: ServiceName): Promise<RunningService> => startService(name, await anyPort(name));

/** Where a service answers, started when it is first asked for. */
export const serviceUrl = async (name: ServiceName): Promise<string> => {
  const service = started.get(name) ?? start(name);
  started.set(name, service);
  return (await service).url;
};

export const stopServices = async (): Promise<void> => {
  await Promise.allSettled([...started.values()].map(async (service) => (await service).stop()));
};
