import type { RecruiterActor, StudentActor } from '../actor.ts';
import { hasReachedCompany } from '../application/rules.ts';
import type { Application } from '../application/schema.ts';
import { getApplication } from '../application/store.ts';
import type { Handlers } from '../call.ts';
import { findCompany, publicCompany } from '../company/store.ts';
import { notFound } from '../errors.ts';
import type { ApplicationId } from '../ids.ts';
import { requireOwner, requireStudent, requireVersion } from '../ownership.ts';
import { findPosting } from '../posting/store.ts';
import { cycleNow } from '../round/cycle-now.ts';
import { stamp } from '../stamp.ts';
import { findStudent, nameOf } from '../student/store.ts';
import { commit } from '../table/entity.ts';
import type { Table } from '../table/table.ts';
import type { interviewOperations } from './api.ts';
import { calendarOf } from './calendar.ts';
import { bookSlot, cancelInterview } from './commands.ts';
import { requireInterviewTime } from './period.ts';
import { record } from './rules.ts';
import { aheadOfStudent, getInterview, interviews } from './store.ts';
import { companyView, deskOf, listedForStudent } from './view.ts';

/** The application, for the student or the company that it is between. */
const ofParty = async (
  table: Table,
  actor: StudentActor | RecruiterActor,
  id: ApplicationId,
): Promise<Application> => {
  const application = await getApplication(table, id);
  if (actor.kind === 'student') requireStudent(actor, application, 'application');
  else {
    requireOwner(actor, application, 'application');
    if (!hasReachedCompany(application)) throw notFound('application');
  }
  return application;
};

const bytesOf = async function* (text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
};

export const interviewHandlers: Handlers<keyof typeof interviewOperations> = {
  listMyInterviews: async ({ actor, deps, now }) => ({
    items: await listedForStudent(deps.table, await aheadOfStudent(deps.table, actor.studentId, now)),
  }),

  getMyInterview: async ({ actor, params, deps, now }) =>
    deskOf(deps.table, await ofParty(deps.table, actor, params.applicationId), now),

  bookInterview: async ({ actor, params, body, version, deps, now }) => {
    const application = await ofParty(deps.table, actor, params.applicationId);
    const { cycle } = await cycleNow(deps.table, application.cycleId);
    requireInterviewTime(cycle, now);
    await bookSlot(deps, actor, { id: application.id, slotId: body.slotId, version }, now);
    return deskOf(deps.table, await getApplication(deps.table, application.id), now);
  },

  cancelInterview: async ({ actor, params, body, version, deps, now }) => {
    const { id } = await ofParty(deps.table, actor, params.applicationId);
    await cancelInterview(deps, actor, { id, version, cause: { by: actor.kind, reason: body.reason } }, now);
  },

  recordInterview: async ({ actor, params, body, version, deps, now }) => {
    const { id } = await ofParty(deps.table, actor, params.applicationId);
    const interview = await getInterview(deps.table, id);
    requireVersion(interview, version, 'interview');
    const recorded = record(interview, body, now);
    await commit(deps.table, [interviews.update(recorded, stamp(actor, `interview.${body.as}`, now))]);
    return companyView(deps.table, await getInterview(deps.table, id));
  },

  getInterviewCalendar: async ({ actor, params, deps }) => {
    const { id } = await ofParty(deps.table, actor, params.applicationId);
    const interview = await getInterview(deps.table, id);
    const [posting, company, student] = await Promise.all([
      findPosting(deps.table, interview.postingId),
      findCompany(deps.table, interview.companyId),
      findStudent(deps.table, interview.studentId),
    ]);
    const text = calendarOf(interview, {
      reader: actor.kind,
      site: deps.site,
      title: posting?.content.title ?? {},
      company: company ? publicCompany(company).name : {},
      student: student ? nameOf(student) : '—',
    });
    return { name: 'interview.ics', content: bytesOf(text) };
  },
};
