import { postingsForStudent } from '../../matching/ranking/plan.ts';
import type { Handlers } from '../call.ts';
import { notFound } from '../errors.ts';
import { CycleId } from '../ids.ts';
import { requestJob } from '../job/store.ts';
import { requireVersion } from '../ownership.ts';
import { postingHits } from '../posting/browse.ts';
import { toldOfPhase } from '../broadcast/audience.ts';
import { createMainRound } from '../round/store.ts';
import { stamp } from '../stamp.ts';
import { studentDocument } from '../student/document.ts';
import { getStudent } from '../student/store.ts';
import { commit } from '../table/entity.ts';
import type { cycleOperations } from './api.ts';
import { applicationDrafts, figuresOf, liveApplications, phaseFacts } from './figures.ts';
import { shownMoves } from './moves.ts';
import { phaseTransitions } from './phase-transitions.ts';
import { moveCycle, obstaclesTo } from './rules.ts';
import type { Weights } from './schema.ts';
import { cycles, everyCycle, getCycle } from './store.ts';
import { timedMove } from './timetable.ts';

export const cycleHandlers: Handlers<keyof typeof cycleOperations> = {
  listCycles: async ({ actor, query: { cursor, limit }, deps }) => {
    const page = await cycles.list(deps.table, { ...everyCycle, descending: true, limit, cursor });
    // Only who can remove a trial sees that there is one.
    return actor.kind === 'coordinator'
      ? page
      : { ...page, items: page.items.filter(({ trial }) => trial === undefined) };
  },

  getCycle: ({ params, deps }) => getCycle(deps.table, params.cycleId),

  createCycle: async ({ actor, body, deps, now }) => {
    const id = CycleId.parse(`cyc_${deps.newId()}`);
    const by = stamp(actor, 'cycle.create', now);
    const { operations } = createMainRound(deps.newId, id, by);
    const { trial, ...settings } = body;
    const made = { ...settings, id, phase: 'draft', ...(trial && { trial: { since: now } }) } as const;
    await commit(deps.table, [cycles.create(made, by), ...operations]);
    return getCycle(deps.table, id);
  },

  updateCycle: async ({ actor, params, body, version, deps, now }) => {
    const cycle = await getCycle(deps.table, params.cycleId);
    requireVersion(cycle, version, 'cycle');
    const changed = { ...cycle, ...body, moves: shownMoves(cycle, body, now) };
    await commit(deps.table, [cycles.update(changed, stamp(actor, 'cycle.update', now))]);
    return getCycle(deps.table, cycle.id);
  },

  previewPhase: async ({ params, query, deps }) => {
    const cycle = await getCycle(deps.table, params.cycleId);
    const facts = await phaseFacts(deps.table, cycle.id);
    const timed = timedMove(cycle);
    const possible = phaseTransitions[cycle.phase].includes(query.to);
    const illegal = {
      code: 'cycle_illegal_move',
      message: `A cycle in ${cycle.phase} cannot move to ${query.to}.`,
      count: 1,
    };
    const effects = [
      ...(query.to === 'shortlisting'
        ? [{ code: 'drafts_end', count: await applicationDrafts(deps.table, cycle.id) }]
        : []),
      { code: 'live_applications', count: await liveApplications(deps.table, cycle.id) },
      ...(await toldOfPhase(deps, cycle, query.to)),
    ];
    return {
      from: cycle.phase,
      to: query.to,
      ...(timed?.to === query.to && { at: timed.at }),
      obstacles: [...(possible ? [] : [illegal]), ...obstaclesTo(query.to, facts)],
      effects,
    };
  },

  moveCycle: async ({ actor, params, body, version, deps, now }) => {
    const cycle = await getCycle(deps.table, params.cycleId);
    requireVersion(cycle, version, 'cycle');
    const moved = moveCycle(cycle, body.to, await phaseFacts(deps.table, cycle.id));
    await commit(deps.table, [cycles.update(moved, stamp(actor, `cycle.${body.to}`, now))]);
    return getCycle(deps.table, cycle.id);
  },

  closeSilentApplications: async ({ actor, params, deps, now }) => {
    const cycle = await getCycle(deps.table, params.cycleId);
    const { jobId, operation } = requestJob(
      deps.newId,
      { kind: 'close_silent_applications', cycleId: cycle.id },
      stamp(actor, 'cycle.close_silent', now),
    );
    await commit(deps.table, [operation]);
    return { jobId };
  },

  getFigures: async ({ params, deps }) =>
    figuresOf(deps.table, (await getCycle(deps.table, params.cycleId)).id),

  previewWeights: async ({ params, body, deps }) => {
    const cycle = await getCycle(deps.table, params.cycleId);
    const document = studentDocument(await getStudent(deps.table, body.studentId));
    if (document === undefined) throw notFound('student who has a complete profile and agreed to be ranked');
    const ranked = async (weights: Weights) => {
      const { hits } = await deps.search.rankPostings(
        postingsForStudent(document, { cycleId: cycle.id, weights, facets: false, limit: 10 }),
      );
      return postingHits(deps, hits, true);
    };
    return { current: await ranked(cycle.weights), proposed: await ranked(body.weights) };
  },
};
