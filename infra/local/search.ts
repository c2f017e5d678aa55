import type { Clock } from '../../functions/clock/clock.ts';
import type { Consumer } from '../../functions/changes/consumer.ts';
import { fillSearch, indexInto } from '../../functions/changes/index-documents.ts';
import { rebuildSearch } from '../../functions/changes/rebuild-search.ts';
import type { Deps } from '../../functions/deps.ts';
import { unlessErased } from '../../functions/rights/erased.ts';
import { evaluatorSearch } from '../../functions/search/evaluator.ts';
import { guardedSearch } from '../../functions/search/guarded.ts';
import { openSearchBuild } from '../../functions/search/open-search/build.ts';
import { connect } from '../../functions/search/open-search/connection.ts';
import { indexBehind, isCurrent, namesWith } from '../../functions/search/open-search/indexes.ts';
import { openSearch } from '../../functions/search/open-search/open-search.ts';
import { searchIndexes, type Search } from '../../functions/search/search.ts';
import { standbySearch } from '../../functions/search/standby.ts';

/** What answers searches on this machine. */
export interface SearchEngine {
  readonly search: Search;
  /** What has to follow the record besides the usual. */
  readonly consumers: readonly Consumer[];
  /** Makes it ready to answer, from the record. */
  prepare(deps: Deps): Promise<void>;
  close(): Promise<void>;
}

/** The evaluator in memory. */
export const embeddedEngine = (): SearchEngine => {
  const search = evaluatorSearch();
  return { search, consumers: [], prepare: (deps) => fillSearch(deps, search), close: async () => {} };
};

/** As many as an evaluator holds in about a gigabyte. */
const mostInMemory = 100_000;

/** OpenSearch, with an evaluator that answers while it cannot. */
export const openSearchEngine = (options: {
  url: string;
  clock: Clock;
  /** Begins the names of its indexes. */
  prefix?: string;
  mostInMemory?: number;
}): SearchEngine => {
  const { url, clock, prefix = '' } = options;
  const connection = connect(url);
  const names = namesWith(prefix);
  const standby = standbySearch(options.mostInMemory ?? mostInMemory);
  const engine = openSearch({ connection, nameOf: names.alias });
  return {
    search: guardedSearch({ engine, standby, clock }),
    consumers: [
      unlessErased(
        indexInto('standby', () => standby),
        { removals: true },
      ),
    ],
    prepare: async (deps) => {
      const answering = await Promise.all(
        searchIndexes.map((index) => indexBehind(connection, names.alias(index))),
      );
      if (!answering.every((name) => name !== undefined && isCurrent(name)))
        await rebuildSearch(deps, {
          open: (moment) => openSearchBuild(connection, names, moment),
          report: (line) => deps.log({ level: 'info', event: 'search_rebuild', line }),
        });
      await fillSearch(deps, standby);
    },
    close: () => connection.close(),
  };
};
