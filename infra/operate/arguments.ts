import { parseArgs, type ParseArgsConfig } from 'node:util';
import { OperatorRefused } from './refusal.ts';

/** What was typed behind a command. Throws `OperatorRefused` with the usage for what it does not know. */
export const argumentsOf = <T extends ParseArgsConfig>(config: T, usage: string) => {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new OperatorRefused(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  }
};
