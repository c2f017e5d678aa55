import * as z from 'zod';
import type { Cast } from '../../local/cycle/cast.ts';
import { playCycle } from '../../local/cycle/play.ts';
import { progressOn } from '../../local/cycle/progress.ts';
import { linesOf, type Report } from '../../local/cycle/report.ts';
import { OperatorRefused } from '../refusal.ts';

const over = ['closed', 'archived'];
const Cycles = z.object({ items: z.array(z.object({ phase: z.string() })) });

/**
 * Plays a whole cycle and puts it away: it is archived, and no longer the current one. What its people did stays in the
 * record, so it is for a stage that can be deleted whole.
 * @throws OperatorRefused while a cycle is under way: the played one would take its place
 */
export const playAndArchive = async (origin: string, cast: Cast, students: number): Promise<Report> => {
  const { items } = Cycles.parse(await (await fetch(`${origin}/v1/cycles?limit=100`)).json());
  if (items.some(({ phase }) => !over.includes(phase)))
    throw new OperatorRefused(
      'A cycle is under way here, and a played one would take its place. Play on a stage of its own.',
    );
  const asked = { students, postings: Math.max(2, Math.ceil(students / 4)), seed: new Date().toISOString() };
  const report = await playCycle(origin, asked, progressOn(process.stderr), cast);
  const [coordinator] = await cast.coordinators();
  if (coordinator === undefined) throw new OperatorRefused('A cycle needs coordinators.');
  const params = { cycleId: report.proof.round.cycleId };
  for (const to of ['closed', 'archived'] as const) {
    const { version } = await coordinator.call('getCycle', { params });
    await coordinator.call('moveCycle', { params, body: { to }, ifMatch: version });
  }
  for (const line of linesOf(report)) console.log(line);
  return report;
};
