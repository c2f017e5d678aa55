import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Seconds, or why there are none. */
export type Timed = number | string;

const limitMs = 120_000;

const script = `
import json, sys, time
sys.setrecursionlimit(1000000)
import threading
threading.stack_size(512 * 1024 * 1024)
name, path = sys.argv[1:3]
data = json.load(open(path))
students = data["students"]
postings = {k: v["ranking"] for k, v in data["postings"].items() if v["ranking"]}
seats = {k: v["capacity"] for k, v in data["postings"].items() if v["ranking"]}
def run():
    if name == "matching":
        from matching.games import HospitalResident
        started = time.time()
        HospitalResident.create_from_dictionaries(students, postings, seats).solve(optimal="resident")
    else:
        from algmatch import HospitalResidentsProblem
        hospitals = {k: {"capacity": seats[k], "preferences": postings[k]} for k in postings}
        started = time.time()
        HospitalResidentsProblem(dictionary={"residents": students, "hospitals": hospitals}, optimised_side="residents").get_stable_matching()
    print(time.time() - started)
t = threading.Thread(target=run); t.start(); t.join()
`;

/** The Python packages in an environment of their own, thrown away at the end; undefined where there is no Python. */
export function pythonPackages():
  { time: (name: string, document: string) => Timed; remove: () => void } | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'bench-python-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    execFileSync('python3', ['-m', 'venv', folder], { stdio: 'ignore' });
    const install = ['-m', 'pip', 'install', '-q', 'matching==1.4.3', 'algmatch==1.5.2'];
    execFileSync(join(folder, 'bin/python'), install, { stdio: 'ignore', timeout: limitMs });
  } catch {
    remove();
    return undefined;
  }
  const [program, input] = [join(folder, 'run.py'), join(folder, 'instance.json')];
  writeFileSync(program, script);
  const time = (name: string, document: string): Timed => {
    writeFileSync(input, document);
    try {
      const out = execFileSync(join(folder, 'bin/python'), [program, name, input], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
        timeout: limitMs,
      });
      const seconds = Number.parseFloat(out);
      return Number.isFinite(seconds) ? seconds : 'fails';
    } catch (error) {
      return error instanceof Error && 'code' in error && error.code === 'ETIMEDOUT' ? '> 120 s' : 'fails';
    }
  };
  return { time, remove };
}
