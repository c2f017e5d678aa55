import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

/** OpenSearch 3 runs on nothing older. */
const oldestVersion = 21;
const systemFolder = '/usr/lib/jvm';

/** The home of a Java that is new enough: JAVA_HOME, one installed beside the default, or the one on the PATH. */
export const javaHome = (): string | undefined => {
  const installed = existsSync(systemFolder)
    ? readdirSync(systemFolder).map((name) => join(systemFolder, name))
    : [];
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'java'))
    .filter((program) => existsSync(program))
    .map((program) => dirname(dirname(realpathSync(program))));
  const homes = [process.env.JAVA_HOME ?? '', ...installed, ...onPath];
  return homes.find((home) => versionOf(home) >= oldestVersion);
};

/** Every Java says its version in a file, so that none has to be started to be asked. */
const versionOf = (home: string): number => {
  const file = join(home, 'release');
  if (home === '' || !existsSync(file)) return 0;
  return Number(/^JAVA_VERSION="(\d+)/m.exec(readFileSync(file, 'utf8'))?.[1] ?? 0);
};
