import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import * as z from 'zod';
import { listenOn } from '../listen.ts';

/** A function as it is deployed. */
export interface PackagedFunction {
  /** Of the construct, e.g. `Answers/Handler`. */
  name: string;
  /** What is unpacked to /var/task. */
  folder: string;
  /** `index.handler` */
  handler: string;
  memoryMb: number;
  timeoutMs: number;
  environment: Readonly<Record<string, string>>;
}

/** The function threw, or its process died. */
export class FunctionFailed extends Error {
  override name = 'FunctionFailed';
}

export interface RunningFunction {
  /** Throws `FunctionFailed`. */
  invoke(event: unknown): Promise<unknown>;
  /** From the start of the first process to the first time it asked for work. */
  initMs(): number | undefined;
  /** What its threads had worked by then: other work on the machine makes it longer by little. Linux alone tells. */
  initCpuMs(): number | undefined;
  stop(): Promise<void>;
}

interface Invocation {
  id: string;
  event: string;
  resolve: (result: unknown) => void;
  reject: (error: FunctionFailed) => void;
}

const Failure = z.object({ errorMessage: z.string(), errorType: z.string() });
/** What a process has worked so far, in all of its threads. */
const cpuMsOf = (pid: number): number | undefined => {
  try {
    const tasks = readdirSync(`/proc/${pid}/task`);
    const worked = tasks.map((task) => readFileSync(`/proc/${pid}/task/${task}/schedstat`, 'utf8'));
    return worked.reduce((total, text) => total + Number.parseInt(text, 10) / 1e6, 0);
  } catch {
    return undefined;
  }
};

const api = '/2018-06-01/runtime';
/** What Lambda takes and gives at most in one invocation. */
const maxPayload = 6 * 1024 * 1024;

/**
 * Runs a packaged function under AWS's own runtime interface client, in as many processes as it may have at a time.
 * This is the other side: the API from which the client takes events and to which it gives results.
 */
export const startFunction = async (
  packaged: PackagedFunction,
  options: {
    /** The client's program. */
    client: string;
    /** Invocations at the same time; more wait. */
    processes: number;
    region: string;
    /** Takes what the function prints. */
    onOutput: (text: string) => void;
  },
): Promise<RunningFunction> => {
  const waiting: Invocation[] = [];
  const asking: ((invocation: Invocation) => void)[] = [];
  const inHand = new Map<string, Invocation>();
  const children = new Set<ChildProcess>();
  let stopped = false;
  let initMs: number | undefined;
  let initCpuMs: number | undefined;
  let initError: string | undefined;
  let begun = performance.now();

  const next = (response: ServerResponse): void => {
    if (initMs === undefined) {
      initMs = performance.now() - begun;
      const [first] = children;
      initCpuMs = first?.pid === undefined ? undefined : cpuMsOf(first.pid);
    }
    const hand = (invocation: Invocation): void => {
      inHand.set(invocation.id, invocation);
      response
        .writeHead(200, {
          'content-type': 'application/json',
          'lambda-runtime-aws-request-id': invocation.id,
          'lambda-runtime-deadline-ms': String(Date.now() + packaged.timeoutMs),
          'lambda-runtime-invoked-function-arn': `arn:aws:lambda:${options.region}:000000000000:function:${packaged.name}`,
        })
        .end(invocation.event);
    };
    const first = waiting.shift();
    if (first) hand(first);
    else {
      asking.push(hand);
      response.once('close', () => {
        const at = asking.indexOf(hand);
        if (at !== -1) asking.splice(at, 1);
      });
    }
  };

  const taken = (id: string): Invocation | undefined => {
    const invocation = inHand.get(id);
    inHand.delete(id);
    return invocation;
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = (request.url ?? '').slice(api.length);
    if (request.method === 'GET' && path === '/invocation/next') return next(response);
    const body: unknown = await json(request);
    const [, id = '', what] = /^\/invocation\/([^/]+)\/(response|error)$/.exec(path) ?? [];
    if (what === 'response') taken(id)?.resolve(body);
    else if (what === 'error' || path === '/init/error') {
      const { errorMessage, errorType } = Failure.parse(body);
      const text = `${packaged.name}: ${errorType}: ${errorMessage}`;
      if (what === 'error') taken(id)?.reject(new FunctionFailed(text));
      else initError = text;
    }
    response.writeHead(202, { 'content-type': 'application/json' }).end('{"status":"OK"}');
  };

  const server = createServer((request, response) => void answer(request, response));
  const port = await listenOn(server, 0);

  const failAll = (reason: string): void => {
    const failed = [...waiting.splice(0), ...inHand.values()];
    inHand.clear();
    for (const { reject } of failed) reject(new FunctionFailed(reason));
  };

  const startProcess = (): void => {
    begun = performance.now();
    const child = spawn(process.execPath, [options.client, packaged.handler], {
      cwd: packaged.folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...packaged.environment,
        PATH: process.env.PATH ?? '',
        AWS_LAMBDA_RUNTIME_API: `127.0.0.1:${port}`,
        AWS_LAMBDA_FUNCTION_NAME: packaged.name.replaceAll('/', '-'),
        AWS_LAMBDA_FUNCTION_VERSION: '1',
        AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(packaged.memoryMb),
        AWS_LAMBDA_LOG_GROUP_NAME: packaged.name,
        AWS_LAMBDA_LOG_STREAM_NAME: 'local',
        LAMBDA_TASK_ROOT: packaged.folder,
        _HANDLER: packaged.handler,
        AWS_REGION: options.region,
        AWS_ACCESS_KEY_ID: 'local',
        AWS_SECRET_ACCESS_KEY: 'local',
      },
    });
    children.add(child);
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => options.onOutput(text));
    child.once('exit', (code, signal) => {
      children.delete(child);
      if (!stopped)
        failAll(
          initError ?? `${packaged.name} ended with ${signal ?? `status ${code}`} while it was working.`,
        );
    });
  };

  return {
    invoke: (event) => {
      const text = JSON.stringify(event);
      const { promise, resolve, reject } = Promise.withResolvers<unknown>();
      if (Buffer.byteLength(text) > maxPayload) {
        reject(new FunctionFailed(`${packaged.name}: the event has more than ${maxPayload} bytes.`));
        return promise;
      }
      const invocation = { id: randomUUID(), event: text, resolve, reject };
      const hand = asking.shift();
      if (hand) hand(invocation);
      else {
        waiting.push(invocation);
        if (children.size < options.processes) startProcess();
      }
      return promise;
    },
    initMs: () => initMs,
    initCpuMs: () => initCpuMs,
    stop: async () => {
      stopped = true;
      const ended = [...children].map((child) => once(child, 'exit'));
      for (const child of children) child.kill('SIGKILL');
      await Promise.all(ended);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      failAll(`${packaged.name} was stopped.`);
    },
  };
};
