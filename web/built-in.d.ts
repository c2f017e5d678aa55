/** Method and path of the operations that every page knows, as JSON; build.ts puts them here. */
declare const OPERATIONS: string;
/** The folder of the files of sentences; build.ts puts it here. */
declare const WORDS: string;
/** What `web/offline/worker.ts` keeps, as JSON; build.ts puts it there. */
declare const OFFLINE: string;
/** The files of every page and of each, as JSON for `web/plain/page.ts`; build.ts puts it there. */
declare const BUILT: string;
