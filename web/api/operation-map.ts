import type { OperationMap } from './client.ts';

/** Method and path of the operations that are known so far: the shell's, and those that the modules of pages add. */
export const operationMap: OperationMap = JSON.parse(OPERATIONS);
