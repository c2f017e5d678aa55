import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Runs a command of this terminal to its end, and answers its exit code; 1 when it was stopped by a signal. */
export const runTool = async (command: string, args: readonly string[]): Promise<number> => {
  const child = spawn(command, args, { stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  return typeof code === 'number' ? code : 1;
};
