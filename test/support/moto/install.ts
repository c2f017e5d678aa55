import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { servicesFolder } from '../../../infra/local/services/jars.ts';
import { ServiceUnavailable } from '../../../infra/local/services/service.ts';

const run = promisify(execFile);

export const howToGetMoto =
  'Python 3.10 or newer with its venv module (Debian: apt-get install python3-venv)';

/** The program of Moto's server; pip fetches it once for each content of requirements.txt. */
export const motoServer = async (): Promise<string> => {
  const requirements = join(import.meta.dirname, 'requirements.txt');
  const folder = join(servicesFolder, 'moto');
  const [stamp, bin] = [join(folder, 'requirements.txt'), join(folder, 'bin')];
  const wanted = await readFile(requirements, 'utf8');
  const fetched = await readFile(stamp, 'utf8').catch(() => undefined);
  if (fetched !== wanted) {
    await rm(folder, { recursive: true, force: true });
    await mkdir(servicesFolder, { recursive: true });
    try {
      await run('python3', ['-m', 'venv', folder]);
      await run(join(bin, 'pip'), ['install', '--quiet', '--requirement', requirements], {
        timeout: 600_000,
      });
    } catch (error) {
      throw new ServiceUnavailable(`Moto needs ${howToGetMoto}. ${String(error)}`, { cause: error });
    }
    await writeFile(stamp, wanted);
  }
  return join(bin, 'moto_server');
};
