import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { untilAnswers } from './answers.ts';
import { portVariables } from './ports.ts';
import { type RunningService, type ServiceName, ServiceUnavailable } from './service.ts';

const run = promisify(execFile);
const file = join(import.meta.dirname, 'compose.yaml');

export const hasDocker = async (): Promise<boolean> =>
  run('docker', ['info']).then(
    () => true,
    () => false,
  );

/** Starts a service from its official image and waits until it answers. */
export const startFromDocker = async (name: ServiceName, port: number): Promise<RunningService> => {
  // A project of its own for each port, so that two starts do not share a container.
  const compose = (...args: readonly string[]) =>
    run('docker', ['compose', '-f', file, '-p', `marketplace-${port}`, ...args], {
      env: {
        ...process.env,
        ...Object.fromEntries(Object.values(portVariables).map((variable) => [variable, String(port)])),
      },
    });
  try {
    await compose('up', '--detach', name);
  } catch (error) {
    throw new ServiceUnavailable(`Docker could not start ${name}: ${String(error)}`, { cause: error });
  }
  const stop = async (): Promise<void> => void (await compose('down', '--volumes'));
  const url = `http://127.0.0.1:${port}`;
  if (await untilAnswers(url, { isRunning: () => true, withinMs: 180_000 })) return { url, stop };
  await stop();
  throw new ServiceUnavailable(`${name} did not answer in Docker on port ${port}.`);
};
