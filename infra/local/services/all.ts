import { anyPort } from './ports.ts';
import { type RunningService, type ServiceName, serviceNames } from './service.ts';
import { startService } from './start.ts';

/**
 * Starts every service on free ports of this machine, each empty.
 * @throws ServiceUnavailable when one cannot be had; none is left running
 */
export const startAllServices = async () => {
  const running: [ServiceName, RunningService][] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(running.map(([, service]) => service.stop()));
  };
  try {
    for (const name of serviceNames) running.push([name, await startService(name, await anyPort(name))]);
  } catch (error) {
    await stop();
    throw error;
  }
  const urlOf = (name: ServiceName): string => running.find(([of]) => of === name)?.[1].url ?? '';
  const urls: Readonly<Record<ServiceName, string>> = {
    'open-search': urlOf('open-search'),
    'dynamo-db': urlOf('dynamo-db'),
    sqs: urlOf('sqs'),
    s3: urlOf('s3'),
  };
  return { urls, stop };
};
