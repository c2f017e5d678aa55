import { execFile } from 'node:child_process';

/** Runs a TypeScript entry as `node FILE …` in an environment of its own, and answers what it said. */
export const runEntry = (
  file: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<{ code: number; said: string }> =>
  new Promise((resolve) => {
    const { PATH = '', HOME = '' } = process.env;
    const env = { PATH, HOME, ...environment };
    const child = execFile(process.execPath, [file, ...args], { env }, (_, stdout, stderr) =>
      resolve({ code: child.exitCode ?? 1, said: `${stdout}${stderr}` }),
    );
  });
