import type { OperationMap } from './api/client.ts';

declare global {
  /** Method and path of each operation; build.ts puts them here from functions/operations.ts. */
  const OPERATIONS: OperationMap;
}
