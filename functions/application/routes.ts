import type { Handlers } from '../call.ts';
import { findCompany } from '../company/store.ts';
import { requireOpen } from '../cycle/rules.ts';
import { DomainError, notFound } from '../errors.ts';
import { moveTimeOf, timeOf } from './own-time.ts';
import { applicationId, type PostingId, type StudentId } from '../ids.ts';
import { requireOwner, requireStudent, requireVersion } from '../ownership.ts';
import type { CompletePosting, Posting } from '../posting/schema.ts';
import { findPosting, getPosting } from '../posting/store.ts';
import { postingView, postingViews } from '../posting/view.ts';
import { noteOpened } from '../rights/opened.ts';
import { cycleNow } from '../round/cycle-now.ts';
import type { Round } from '../round/schema.ts';
import { stamp } from '../stamp.ts';
import { findStudent } from '../student/store.ts';
import { requirePlace } from '../supplementary/place.ts';
import type { Table } from '../table/table.ts';
import { applicants } from './applicants.ts';
import type { applicationOperations } from './api.ts';
import { createApplication, moveStamp, saveApplication } from './commands.ts';
import {
  hasReachedCompany,
  moveApplication,
  requireAnswers,
  requireCompleteProfile,
  requireTaking,
} from './rules.ts';
import { applications, findApplication, getApplication, getUsed, ofStudent } from './store.ts';

/** A posting as it takes applications in a round; whether it is time to apply is decided elsewhere. */
const takingPosting = async (
  table: Table,
  found: Posting | undefined,
  { round, now }: { round: Round | undefined; now: string },
): Promise<CompletePosting> => {
  const company = found && (await findCompany(table, found.companyId));
  return requireTaking(found, company, now, round?.kind);
};

/** In a supplementary round there has to be a place for the student. */
const requirePlaceIn = async (
  table: Table,
  round: Round | undefined,
  who: { studentId: StudentId; postingId: PostingId },
): Promise<void> => {
  if (round?.kind === 'supplementary') await requirePlace(table, round, who);
};

export const applicationHandlers: Handlers<keyof typeof applicationOperations> = {
  listMyApplications: async ({ actor, query, deps }) => {
    const { cursor, limit } = query;
    const page = await applications.list(deps.table, {
      ...ofStudent(actor.studentId),
      limit,
      cursor,
    });
    const { cycle } = await cycleNow(deps.table, 'current');
    const postings = await Promise.all(
      page.items.map((application) => getPosting(deps.table, application.postingId)),
    );
    const views = await postingViews(deps.table, postings);
    const used = (await getUsed(deps.table, actor.studentId, cycle.id))?.used ?? 0;
    const items = page.items.flatMap((application, index) => {
      const posting = views[index];
      return posting ? [{ ...application, posting }] : [];
    });
    return { ...page, items, quota: { used, cap: cycle.applicationCap } };
  },

  apply: async ({ actor, body, deps, now }) => {
    const { studentId } = actor;
    const found = await findPosting(deps.table, body.postingId);
    const { cycle, round } = await cycleNow(deps.table, found?.cycleId ?? 'current');
    const posting = await takingPosting(deps.table, found, { round, now });
    requireOpen(cycle, 'applying', now, [], await timeOf(deps.table, actor, cycle, now));
    await requirePlaceIn(deps.table, round, { studentId, postingId: posting.id });
    if (body.submit) {
      requireCompleteProfile(await findStudent(deps.table, actor.studentId));
      requireAnswers(body.content, posting);
    }
    if (await findApplication(deps.table, actor.studentId, posting.id))
      throw new DomainError(
        'conflict',
        'already_applied',
        'You have already applied to this posting. Change that application instead.',
      );
    const state = body.submit ? 'submitted' : 'draft';
    const id = applicationId(actor.studentId, posting.id);
    const history = [{ state, at: now, by: 'student' } as const];
    const application = {
      id,
      cycleId: cycle.id,
      studentId: actor.studentId,
      postingId: posting.id,
      companyId: posting.companyId,
      state,
      content: body.content,
      history,
    } as const;
    await createApplication(deps.table, cycle, application, stamp(actor, `application.${state}`, now));
    return getApplication(deps.table, id);
  },

  getMyApplication: async ({ actor, params, deps }) => {
    const application = await getApplication(deps.table, params.applicationId);
    requireStudent(actor, application, 'application');
    return {
      ...application,
      posting: await postingView(deps.table, await getPosting(deps.table, application.postingId)),
    };
  },

  getApplicant: async ({ actor, params, deps, now }) => {
    const application = await getApplication(deps.table, params.applicationId);
    requireOwner(actor, application, 'application');
    const [applicant] = await applicants(deps, await getPosting(deps.table, application.postingId), [
      application,
    ]);
    if (applicant === undefined) throw notFound('application');
    await noteOpened(deps.table, actor, { studentId: application.studentId, what: 'application', now });
    return applicant;
  },

  updateApplication: async ({ actor, params, body, version, deps, now }) => {
    const application = await getApplication(deps.table, params.applicationId);
    requireStudent(actor, application, 'application');
    requireVersion(application, version, 'application');
    if (application.state !== 'draft')
      throw new DomainError(
        'conflict',
        'application_not_editable',
        'Only a draft can be changed. What you have submitted, you can withdraw.',
      );
    const { cycle } = await cycleNow(deps.table, application.cycleId);
    requireOpen(cycle, 'applying', now, [], await timeOf(deps.table, application, cycle, now));
    await saveApplication(
      deps.table,
      cycle,
      application,
      { ...application, content: body },
      stamp(actor, 'application.update', now),
    );
    return getApplication(deps.table, application.id);
  },

  moveApplication: async ({ actor, params, body, version, deps, now }) => {
    const application = await getApplication(deps.table, params.applicationId);
    if (actor.kind === 'student') requireStudent(actor, application, 'application');
    else requireOwner(actor, application, 'application');
    if (actor.kind === 'company' && !hasReachedCompany(application)) throw notFound('application');
    requireVersion(application, version, 'application');
    const { cycle, round } = await cycleNow(deps.table, application.cycleId);
    const until = await moveTimeOf(deps.table, application, { actor, cycle, now });
    const moved = moveApplication(application, body, { actor, cycle, now, until });
    if (moved.state === 'submitted') {
      const found = await findPosting(deps.table, application.postingId);
      const posting = await takingPosting(deps.table, found, { round, now });
      await requirePlaceIn(deps.table, round, application);
      requireCompleteProfile(await findStudent(deps.table, application.studentId));
      requireAnswers(application.content, posting);
    }
    await saveApplication(deps.table, cycle, application, moved, moveStamp(actor, moved, now, body.reason));
    return getApplication(deps.table, application.id);
  },
};
