import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { listenOn } from '../../../infra/local/listen.ts';

/** A Hono handler that does nothing, on the server that the product runs on: no product can answer faster. */
export const startBare = async () => {
  const app = new Hono().all('*', (c) => c.json({ status: 'ok' }));
  const server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }));
  const port = await listenOn(server, 0);
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: (): void => {
      server.closeAllConnections();
      server.close();
    },
  };
};
