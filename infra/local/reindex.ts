import { join } from 'node:path';
import { rebuildSearch, RebuildFailed } from '../../functions/changes/rebuild-search.ts';
import { systemClock } from '../../functions/clock/system.ts';
import { openSearchBuild } from '../../functions/search/open-search/build.ts';
import { connect } from '../../functions/search/open-search/connection.ts';
import { namesWith } from '../../functions/search/open-search/indexes.ts';
import { openSqliteTable } from '../../functions/table/sqlite.ts';
import { serviceAt } from './services/at.ts';
import { ServiceUnavailable } from './services/service.ts';

/** `npm run reindex`: builds OpenSearch's documents anew from the record, while the product runs on the old ones. */
const dataDir = process.env.DATA_DIR ?? join(import.meta.dirname, '../../.data');
let stopped = false;
process.once('SIGINT', () => {
  stopped = true;
});

try {
  const connection = connect(await serviceAt('open-search'));
  const table = openSqliteTable({ file: join(dataDir, 'record.sqlite'), clock: systemClock });
  const done = await rebuildSearch(
    { table, clock: systemClock },
    {
      open: (moment) => openSearchBuild(connection, namesWith(''), moment),
      report: (line) => console.log(line),
      stopped: () => stopped,
    },
  );
  if (!done) console.log('Stopped. Run it again to go on from here; until then the old documents answer.');
  table.close();
  await connection.close();
} catch (error) {
  const isTold = error instanceof ServiceUnavailable || error instanceof RebuildFailed;
  console.error(isTold ? error.message : error);
  process.exitCode = 1;
}
