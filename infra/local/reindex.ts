import { rebuildSearch, RebuildFailed } from '../../functions/changes/rebuild-search.ts';
import { systemClock } from '../../functions/clock/system.ts';
import { openSearchBuild } from '../../functions/search/open-search/build.ts';
import { connect } from '../../functions/search/open-search/connection.ts';
import { namesWith } from '../../functions/search/open-search/indexes.ts';
import { Unusable } from '../../functions/errors.ts';
import { dynamoDbRecord, usualTable } from './record.ts';
import { serviceAt } from './services/at.ts';
import { ServiceUnavailable } from './services/service.ts';

/** `npm run reindex`: builds OpenSearch's documents anew from the record, while the product runs on the old ones. */
let stopped = false;
process.once('SIGINT', () => {
  stopped = true;
});

try {
  const connection = connect(await serviceAt('open-search'));
  const endpoint = await serviceAt('dynamo-db');
  const table = await dynamoDbRecord({ endpoint, table: usualTable, clock: systemClock });
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
  const told = [ServiceUnavailable, Unusable, RebuildFailed];
  const isTold = told.some((kind) => error instanceof kind);
  console.error(isTold && error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
