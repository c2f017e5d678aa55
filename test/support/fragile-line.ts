import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { listenOn } from '../../infra/local/listen.ts';

/** A way to a service that can be cut, or left open with nothing coming through, and mended. */
export const fragileLine = async (url: string) => {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let state: 'open' | 'cut' | 'stalled' = 'open';
  const drop = (): void => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };
  const server = createServer((client) => {
    sockets.add(client);
    client.on('error', () => client.destroy());
    if (state === 'cut') return void client.destroy();
    if (state === 'stalled') return;
    const service = connect(Number(target.port), target.hostname);
    sockets.add(service);
    service.on('error', () => client.destroy());
    client.pipe(service).pipe(client);
  });
  const port = await listenOn(server, 0);
  const turn = (to: typeof state) => (): void => {
    state = to;
    drop();
  };
  return {
    url: `http://127.0.0.1:${port}`,
    cut: turn('cut'),
    stall: turn('stalled'),
    mend: turn('open'),
    close: async (): Promise<void> => {
      drop();
      server.close();
      await once(server, 'close');
    },
  };
};
