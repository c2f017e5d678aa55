import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writePieces } from '../../matching/cli/files.ts';
import type { Lists } from '../../matching/round/read/lists.ts';
import { snapshotText } from '../../matching/round/snapshot-text.ts';

export interface FromFile {
  readonly seconds: number;
  readonly megabytes: number;
}

/** Runs the command line on the market as a file: from the disk to a written, certified result. */
export async function fromFile(lists: Lists): Promise<FromFile> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  try {
    const path = join(folder, 'instance.json');
    const file = createWriteStream(path);
    await writePieces(file, snapshotText(lists));
    file.end();
    await once(file, 'close');
    const result = createWriteStream(join(folder, 'result.json'));
    const started = performance.now();
    // the child says on its error stream what it took of memory
    const child = spawn(
      process.execPath,
      ['--import', './test/bench/say-memory.ts', 'matching/cli/main.ts', 'match', path],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.stdout.pipe(result);
    const closed = once(result, 'close');
    await once(child, 'close');
    await closed;
    if (child.exitCode !== 0) throw new Error(`match ended with ${child.exitCode}: ${said}`);
    return { seconds: (performance.now() - started) / 1000, megabytes: Number(said) / 1024 };
  } finally {
    await rm(folder, { recursive: true });
  }
}
