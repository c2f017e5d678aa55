import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { TestProject } from 'vitest/node';
import { untilAnswers } from '../../../infra/local/services/answers.ts';
import { untilLeft } from '../../../infra/local/services/from-jars.ts';
import { ServiceUnavailable } from '../../../infra/local/services/service.ts';
import { motoServer } from './install.ts';
import { listenOn } from '../../../infra/local/listen.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where Moto answers as AWS; absent where it cannot be had. */
    moto: string | undefined;
  }
}

const freePort = async (): Promise<number> => {
  const server = createServer();
  const port = await listenOn(server, 0);
  server.close();
  await once(server, 'close');
  return port;
};

/** Starts Moto once for all tests of the project that has this setup. */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  let program: string;
  try {
    program = await motoServer();
  } catch (error) {
    if (!(error instanceof ServiceUnavailable)) throw error;
    console.log(`There is no AWS for the tests. ${error.message}`);
    project.provide('moto', undefined);
    return async () => {};
  }
  const port = await freePort();
  const command = [program, '-H', '127.0.0.1', '-p', String(port)];
  const child = spawn('/bin/sh', ['-c', untilLeft, 'sh', ...command], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  const ended = once(child, 'exit');
  const url = `http://127.0.0.1:${port}`;
  const isRunning = (): boolean => child.exitCode === null;
  if (!(await untilAnswers(`${url}/moto-api/`, { isRunning, withinMs: 60_000 })))
    throw new Error(`Moto did not start: try ${command.join(' ')}`);
  project.provide('moto', url);
  return async () => {
    child.stdin.end();
    await ended;
  };
};
