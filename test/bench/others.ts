import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

/** A package that somebody else wrote: how to run it on an instance, or why it cannot be had here. */
export interface Other {
  readonly name: string;
  readonly command: readonly [program: string, ...args: string[]] | undefined;
  readonly missing: string;
}

const Answer = z.object({ seconds: z.number(), assignment: z.array(z.number()) });
export type Answer = z.infer<typeof Answer>;

const here = join(import.meta.dirname, 'others');

/** Installs the packages into `folder`, which is thrown away afterwards; the project does not depend on them. */
export function installOthers(folder: string): readonly Other[] {
  const python = join(folder, 'python/bin/python');
  const hasNpm = tried('npm', [
    'install',
    '--prefix',
    folder,
    '--no-audit',
    '--no-fund',
    'stable-marriage@1.0.2',
  ]);
  const hasPython =
    tried('python3', ['-m', 'venv', join(folder, 'python')]) &&
    tried(python, ['-m', 'pip', 'install', '-q', 'matching==1.4.3', 'algmatch==1.5.2']);
  const script = join(here, 'hospital-residents.py');
  const pypi = (name: string, version: string): Other => ({
    name: `PyPI ${name} ${version}`,
    command: hasPython ? [python, script, name] : undefined,
    missing: 'left out: needs python3 with venv, and PyPI',
  });
  return [
    {
      name: 'npm stable-marriage 1.0.2, seats cloned',
      command: hasNpm ? [process.execPath, join(here, 'stable-marriage.mjs'), folder] : undefined,
      missing: 'left out: needs npm and its registry',
    },
    pypi('matching', '1.4.3'),
    pypi('algmatch', '1.5.2'),
  ];
}

export function throwAwayFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'bench-others-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** What it answers on the instance in a file, or why it does not, in a few words. */
export function ask({ command, missing }: Other, path: string, limitSeconds: number): Answer | string {
  if (command === undefined) return missing;
  const [program, ...args] = command;
  const { error, signal, stdout, stderr } = spawnSync(program, [...args, path], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    timeout: limitSeconds * 1000,
    killSignal: 'SIGKILL',
  });
  if (error !== undefined && 'code' in error && error.code === 'ETIMEDOUT') return `not in ${limitSeconds} s`;
  if (signal !== null) return `killed by ${signal}`;
  if (stdout === '') return `fails: ${stderr.trim().split('\n').at(-1)?.slice(0, 80) ?? ''}`;
  return Answer.parse(JSON.parse(stdout));
}

function tried(program: string, args: readonly string[]): boolean {
  try {
    execFileSync(program, args, { stdio: 'ignore', timeout: 120_000 });
    return true;
  } catch {
    return false;
  }
}
