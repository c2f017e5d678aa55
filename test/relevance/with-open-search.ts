import { type Connection, connect } from '../../functions/search/open-search/connection.ts';
import { anyPort } from '../../infra/local/services/ports.ts';
import { ServiceUnavailable } from '../../infra/local/services/service.ts';
import { startService } from '../../infra/local/services/start.ts';

/** What something gives on an OpenSearch started for it alone; the reason in words where there is none to be had. */
export async function withOpenSearch<T>(ask: (connection: Connection) => Promise<T>): Promise<T | string> {
  try {
    const service = await startService('open-search', await anyPort('open-search'));
    const connection = connect(service.url);
    try {
      return await ask(connection);
    } finally {
      await connection.close();
      await service.stop();
    }
  } catch (error) {
    if (error instanceof ServiceUnavailable) return error.message;
    throw error;
  }
}
