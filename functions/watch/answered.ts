import type { OperationName } from '../operations.ts';

/** How a request was answered. */
export interface Answered {
  operation: OperationName;
  status: number;
  ms: number;
}
