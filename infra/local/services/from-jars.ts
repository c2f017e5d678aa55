import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { untilAnswers } from './answers.ts';
import { jarsOf, servicesFolder } from './jars.ts';
import { type RunningService, type ServiceName, ServiceUnavailable } from './service.ts';

/** A node without scripts but expressions: a ranking needs no other language. */
const openSearchModules = [
  'org.opensearch.analysis.common.CommonAnalysisModulePlugin',
  'org.opensearch.index.rankeval.RankEvalModulePlugin',
  'org.opensearch.script.expression.ExpressionModulePlugin',
  'org.opensearch.transport.Netty4ModulePlugin',
].join(',');

interface Start {
  readonly jars: string;
  readonly data: string;
  readonly port: number;
}

/** Little memory and a quick start, for services that hold little. */
const small = ['-Xmx192m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];

/** The arguments of Java by service, a line each as one would type them. */
const commands: Readonly<Record<ServiceName, (start: Start) => readonly (readonly string[])[]>> = {
  'open-search': ({ jars, data, port }) => [
    ['-Xmx1g', '--enable-native-access=ALL-UNNAMED'],
    ['-cp', join(jars, '*'), 'org.codelibs.opensearch.runner.OpenSearchRunner', '-printOnFailure'],
    // It listens on the port after the one it is given.
    ['-basePath', data, '-numOfNode', '1', '-baseHttpPort', String(port - 1)],
    ['-clusterName', `local-${port}`, '-moduleTypes', openSearchModules],
  ],
  'dynamo-db': ({ jars, port }) => [
    [`-Djava.library.path=${jars}`, `-Dsqlite4java.library.path=${jars}`],
    ['-cp', join(jars, '*'), 'com.amazonaws.services.dynamodbv2.local.main.ServerRunner'],
    ['-inMemory', '-port', String(port), '-disableTelemetry'],
  ],
  sqs: ({ jars, port }) => [
    [...small, '-Drest-stats.enabled=false'],
    // The address that it listens on, and the one that it names in the URLs of queues.
    ['-Drest-sqs.bind-hostname=127.0.0.1', `-Drest-sqs.bind-port=${port}`],
    ['-Dnode-address.host=127.0.0.1', `-Dnode-address.port=${port}`],
    ['-cp', join(jars, '*'), 'org.elasticmq.server.Main'],
  ],
  s3: ({ jars, data, port }) => [
    [...small, '-cp', join(jars, '*'), 'com.adobe.testing.s3mock.S3MockApplication'],
    // Its first connector without TLS; the second one cannot be left out and takes any free port.
    ['--server.ssl.enabled=false', '--server.address=127.0.0.1', `--server.port=${port}`],
    ['--com.adobe.testing.s3mock.http-port=0', `--com.adobe.testing.s3mock.store.root=${data}`],
  ],
};

/** Runs a command until it ends or whoever started it is gone, killed or not: then nobody holds its input open. */
export const untilLeft = 'exec 3<&0; "$@" & P=$!; { cat <&3 >/dev/null; kill -9 $P; } & wait $P';

/** Starts a service from its jars, with nothing in it, and waits until it answers. */
export const startFromJars = async (
  name: ServiceName,
  port: number,
  java: string,
): Promise<RunningService> => {
  const jars = await jarsOf(name);
  const home = join(servicesFolder, name, String(port));
  await rm(home, { recursive: true, force: true });
  await mkdir(home, { recursive: true });
  const log = createWriteStream(join(home, 'output.log'));
  await once(log, 'open');
  const command = [
    join(java, 'bin/java'),
    ...commands[name]({ jars, data: join(home, 'data'), port }).flat(),
  ];
  const child = spawn('/bin/sh', ['-c', untilLeft, 'sh', ...command], {
    stdio: ['pipe', log, log],
    detached: true,
  });
  const ended = once(child, 'exit');
  const isRunning = (): boolean => child.exitCode === null && child.signalCode === null;
  const end = async (): Promise<void> => {
    child.stdin.end();
    await ended;
  };
  child.stdin.on('error', () => {});
  void ended.then(() => child.stdin.destroy());

  const url = `http://127.0.0.1:${port}`;
  if (!(await untilAnswers(url, { isRunning, withinMs: 90_000 }))) {
    await end();
    throw new ServiceUnavailable(`${name} did not start on port ${port}: see ${join(home, 'output.log')}.`);
  }
  const stop = async (): Promise<void> => {
    await end();
    await rm(home, { recursive: true, force: true });
  };
  return { url, stop };
};
