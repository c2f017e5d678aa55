import { claimed, usualPort } from './ports.ts';
import { type RunningService, ServiceUnavailable, serviceNames } from './service.ts';
import { startService } from './start.ts';

const running: RunningService[] = [];
const stop = async (): Promise<void> => {
  await Promise.all(running.map((service) => service.stop()));
};
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void stop().then(() => process.exit(0)));

try {
  for (const name of serviceNames) {
    const service = await startService(name, await claimed(name, usualPort(name)));
    running.push(service);
    console.log(`${name} answers at ${service.url}`);
  }
  console.log('Ctrl+C stops them and throws away what they hold.');
  // A service's own process does not keep this one alive in Docker.
  setInterval(() => {}, 2 ** 30);
} catch (error) {
  await stop();
  console.error(error instanceof ServiceUnavailable ? error.message : error);
  process.exitCode = 1;
}
