import { once } from 'node:events';
import { createServer } from 'node:http';
import { listenOn } from '../../infra/local/listen.ts';

/** What becomes of one request on its way to a service. */
export type Fault =
  /** It is done, something else may happen, and its answer is lost. */
  | { lost: () => Promise<void> }
  /** It does not reach the service: this is the answer. */
  | { status: number; type: string; more?: object };

/** A way to DynamoDB on which the next requests meet the faults given, one each. */
export const faultyLine = async (url: string) => {
  const faults: Fault[] = [];
  const asked: string[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const body = Buffer.concat(await Array.fromAsync(request)).toString();
      asked.push(String(request.headers['x-amz-target']).split('.').at(-1) ?? '');
      const fault = faults.shift();
      if (fault !== undefined && 'status' in fault) {
        const type = `com.amazonaws.dynamodb.v20120810#${fault.type}`;
        response.writeHead(fault.status, { 'content-type': 'application/x-amz-json-1.0' });
        response.end(JSON.stringify({ __type: type, message: fault.type, ...fault.more }));
        return;
      }
      const headers = new Headers();
      for (const [name, value] of Object.entries(request.headers))
        if (!['host', 'content-length', 'connection'].includes(name)) headers.set(name, String(value));
      const answer = await fetch(url, { method: 'POST', headers, body });
      const text = await answer.text();
      if (fault !== undefined) {
        await fault.lost();
        response.destroy();
        return;
      }
      response.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.0' }).end(text);
    })();
  });
  const port = await listenOn(server, 0);
  return {
    url: `http://127.0.0.1:${port}`,
    /** The operations asked for, in order, each try by itself. */
    asked,
    meets: (...next: Fault[]): void => void faults.push(...next),
    close: async (): Promise<void> => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
