import { once } from 'node:events';
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';

/** A Hono handler that does nothing, on the server that the product runs on: no product can answer faster. */
export const startBare = async () => {
  const app = new Hono().all('*', (c) => c.json({ status: 'ok' }));
  const server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The bare server has no port.');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    stop: (): void => {
      server.closeAllConnections();
      server.close();
    },
  };
};
