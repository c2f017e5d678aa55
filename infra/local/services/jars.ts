import { execFile } from 'node:child_process';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type ServiceName, ServiceUnavailable } from './service.ts';

/** Jars, data and logs of the services; git ignores it. */
export const servicesFolder = join(import.meta.dirname, '../../../.services');

/** The folder of a service's jars; Maven fetches them once for each content of its pom. */
export const jarsOf = async (name: ServiceName): Promise<string> => {
  const pom = join(import.meta.dirname, `${name}.pom.xml`);
  const [folder, stamp] = [join(servicesFolder, name, 'jars'), join(servicesFolder, name, 'jars.pom.xml')];
  const wanted = await readFile(pom, 'utf8');
  const fetched = await readFile(stamp, 'utf8').catch(() => undefined);
  if (fetched === wanted) return folder;
  const arriving = `${folder}.${process.pid}`;
  const goal = ['dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${arriving}`];
  try {
    await promisify(execFile)('mvn', ['-q', '-B', '-f', pom, ...goal], { timeout: 600_000 });
  } catch (error) {
    throw new ServiceUnavailable(`Maven could not fetch ${name}: ${String(error)}`, { cause: error });
  }
  await mkdir(join(servicesFolder, name), { recursive: true });
  await rm(folder, { recursive: true, force: true });
  await rename(arriving, folder);
  await writeFile(stamp, wanted);
  return folder;
};
