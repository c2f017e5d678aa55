import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { listenOn } from '../../../infra/local/listen.ts';

/** What becomes of one request. */
export type Fault =
  /** It does not reach the service: this is answered instead. */
  | { answer: { status: number; body: object; type?: string } }
  /** It does not reach the service, and the line breaks. */
  | 'cut'
  /** It is done, and the line breaks before its answer. */
  | 'answerLost'
  /** It does not reach the service, and nobody says so. */
  | 'stalled'
  /** It does not reach the service, but is answered as if it had: no honest line does that. */
  | 'lied'
  /** Some lines of a bulk request do not reach the service, and are answered with this status. */
  | { partly: (line: number) => boolean; status: number };

export interface Asked {
  method: string;
  path: string;
  /** Of DynamoDB the operation. */
  operation: string;
}

const pathOf = ({ url }: IncomingMessage): string => url ?? '/';

/** The request without some of its documents, and what is said of these. */
const partOf = (body: string, { partly, status }: Extract<Fault, { partly: unknown }>) => {
  const lines = body.trimEnd().split('\n');
  const documents = Array.from({ length: lines.length / 2 }, (_, at) => lines.slice(2 * at, 2 * at + 2));
  const kept = documents.filter((_, at) => !partly(at));
  const error = { status, error: { type: 'es_rejected_execution_exception', reason: 'busy' } };
  const join = (items: readonly unknown[]) => {
    const left = items.values();
    return documents.map((_, at) => (partly(at) ? { index: error } : left.next().value));
  };
  return { body: kept.map((document) => `${document.join('\n')}\n`).join(''), join };
};

/** A way to a service on which each request may meet a fault. */
export const badLine = async (url: string, faultOf: (asked: Asked) => Fault | undefined) => {
  const met = new Map<string, number>();
  const stalled = new Set<() => void>();
  const server = createServer((request, response) => {
    void (async () => {
      const content = Buffer.concat(await Array.fromAsync(request)).toString();
      const operation =
        String(request.headers['x-amz-target'] ?? '')
          .split('.')
          .at(-1) ?? '';
      const method = request.method ?? 'GET';
      const fault = faultOf({ method, path: pathOf(request), operation });
      if (fault !== undefined) {
        const name =
          typeof fault === 'string' ? fault : 'answer' in fault ? String(fault.answer.status) : 'partly';
        met.set(name, (met.get(name) ?? 0) + 1);
      }
      if (fault === 'cut') return void response.destroy();
      if (fault === 'stalled') return void stalled.add(() => response.destroy());
      if (fault === 'lied')
        return void response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
      if (typeof fault === 'object' && 'answer' in fault) {
        const { status, body, type = 'application/json' } = fault.answer;
        return void response.writeHead(status, { 'content-type': type }).end(JSON.stringify(body));
      }
      const part = typeof fault === 'object' ? partOf(content, fault) : undefined;
      const body = part?.body ?? content;
      const headers = new Headers();
      for (const [name, value] of Object.entries(request.headers))
        if (!['host', 'content-length', 'connection'].includes(name)) headers.set(name, String(value));
      const forwarded =
        part?.body === ''
          ? Response.json({ items: [] })
          : await fetch(new URL(pathOf(request), url), { method, headers, ...(body !== '' && { body }) });
      const text = await forwarded.text();
      if (fault === 'answerLost') return void response.destroy();
      const type = forwarded.headers.get('content-type') ?? 'application/json';
      response.writeHead(forwarded.status, { 'content-type': type });
      if (!part) return void response.end(text);
      const answer: { items: unknown[] } = JSON.parse(text);
      response.end(JSON.stringify({ ...answer, errors: true, items: part.join(answer.items) }));
    })().catch(() => response.destroy());
  });
  const port = await listenOn(server, 0);
  return {
    url: `http://127.0.0.1:${port}`,
    /** Which faults were met, how often. */
    met,
    close: async (): Promise<void> => {
      for (const end of stalled) end();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
