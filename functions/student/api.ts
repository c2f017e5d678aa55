import * as z from 'zod';
import { operations } from '../operation.ts';
import { StudentId } from '../ids.ts';
import { pageOf, PageQuery, Words } from '../values.ts';
import { ProfileDraft, StudentView } from './schema.ts';

export const studentOperations = operations({
  getProfile: {
    method: 'get',
    path: '/students/me',
    summary: "The student's own profile; version 0 before the first save",
    response: StudentView,
  },
  saveProfile: {
    method: 'put',
    path: '/students/me',
    summary: 'Save the profile, complete or in part',
    body: ProfileDraft,
    response: StudentView,
    ifMatch: true,
  },
  listStudents: {
    method: 'get',
    path: '/students',
    summary: 'All students, or the first whose names, address or id contain the words, for coordinators',
    query: PageQuery.extend({ q: Words.optional() }),
    response: pageOf(StudentView),
  },
  getStudent: {
    method: 'get',
    path: '/students/{studentId}',
    summary: 'One student, for coordinators',
    params: z.object({ studentId: StudentId }),
    response: StudentView,
  },
});
