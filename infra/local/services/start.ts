import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { hasDocker, startFromDocker } from './from-docker.ts';
import { startFromJars } from './from-jars.ts';
import { javaHome } from './java.ts';
import { type RunningService, type ServiceName, ServiceUnavailable } from './service.ts';

export const howToGetServices =
  'Java 21 or newer (JAVA_HOME, or installed in /usr/lib/jvm) with Maven, or Docker with Compose';

const hasMaven = (): Promise<boolean> =>
  promisify(execFile)('mvn', ['-v']).then(
    () => true,
    () => false,
  );

/**
 * Starts a service on a free port of this machine, empty: from its jars where Java and Maven are at hand, else in Docker.
 * @throws ServiceUnavailable when there is neither, or it does not start
 */
export const startService = async (name: ServiceName, port: number): Promise<RunningService> => {
  const java = javaHome();
  if (java !== undefined && (await hasMaven())) return startFromJars(name, port, java);
  if (await hasDocker()) return startFromDocker(name, port);
  throw new ServiceUnavailable(`${name} needs ${howToGetServices}.`);
};
