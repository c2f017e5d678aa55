import type { Handlers } from '../call.ts';
import type { Actor, StudentActor } from '../actor.ts';
import { missingFields } from '../fields.ts';
import { requireVersion } from '../ownership.ts';
import { noteOpened } from '../rights/opened.ts';
import { firstOf, says } from '../says.ts';
import { stamp } from '../stamp.ts';
import { commit } from '../table/entity.ts';
import type { studentOperations } from './api.ts';
import { consentedAt, requireStaysApart } from './rules.ts';
import { Profile, type Student, type StudentView } from './schema.ts';
import { everyStudent, findStudent, getStudent, students } from './store.ts';

const view = (student: Student): StudentView => ({
  ...student,
  missing: missingFields(Profile, student.profile),
});

/** Before the first save there is an empty profile of version 0. */
const ownProfile = (actor: StudentActor, saved: Student | undefined, now: string): Student =>
  saved ?? { id: actor.studentId, email: actor.email, profile: {}, updatedAt: now, version: 0 };

const saveStamp = (actor: Actor, now: string) => stamp(actor, 'student.save', now);

export const studentHandlers: Handlers<keyof typeof studentOperations> = {
  getProfile: async ({ actor, deps, now }) =>
    view(ownProfile(actor, await findStudent(deps.table, actor.studentId), now)),

  saveProfile: async ({ actor, body, version, deps, now }) => {
    const before = ownProfile(actor, await findStudent(deps.table, actor.studentId), now);
    requireVersion(before, version, 'profile');
    requireStaysApart(before.profile, body);
    const { version: _, ...rest } = {
      ...before,
      email: actor.email,
      profile: body,
      consentedAt: consentedAt(before, body, now),
      updatedAt: now,
    };
    const operation =
      before.version === 0
        ? students.create(rest, saveStamp(actor, now))
        : students.update({ ...rest, version }, saveStamp(actor, now));
    await commit(deps.table, [operation]);
    return view(await getStudent(deps.table, actor.studentId));
  },

  listStudents: async ({ query: { cursor, limit, q }, deps }) => {
    if (q !== undefined) {
      const fits = ({ id, email, profile: { names } }: Student) =>
        id === q || says(q, [email, names?.preferred, names?.chinese, names?.passport]);
      return { items: (await firstOf(students.all(deps.table, everyStudent), fits, limit)).map(view) };
    }
    const page = await students.list(deps.table, {
      ...everyStudent,
      limit,
      cursor,
    });
    return { ...page, items: page.items.map(view) };
  },

  getStudent: async ({ actor, params: { studentId }, deps, now }) => {
    const student = await getStudent(deps.table, studentId);
    await noteOpened(deps.table, actor, { studentId, what: 'profile', now });
    return view(student);
  },
};
