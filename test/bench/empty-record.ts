import { createServer } from 'node:http';
import { listenOn } from '../../infra/local/listen.ts';

/** Answers at once as a DynamoDB does whose table has nothing in it. */
export const startEmptyRecord = async (): Promise<{ url: string; stop(): Promise<void> }> => {
  const server = createServer((request, response) => {
    const isQuery = request.headers['x-amz-target'] === 'DynamoDB_20120810.Query';
    request.resume().once('end', () => {
      response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' });
      response.end(isQuery ? '{"Items":[],"Count":0,"ScannedCount":0}' : '{}');
    });
  });
  const port = await listenOn(server, 0);
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
