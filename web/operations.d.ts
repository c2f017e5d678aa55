/** Method and path of each operation; build.ts puts them here from functions/operations.ts. */
declare const OPERATIONS: import('./api/client.ts').OperationMap;
