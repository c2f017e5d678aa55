import * as z from 'zod';
import { RoundId } from '../ids.ts';
import { operations } from '../operation.ts';
import { pageOf, PageQuery } from '../values.ts';
import { Question, Subject, SubjectQuery, WhatIfAnswer } from './schema.ts';

const params = z.object({ roundId: RoundId });

export const whatIfOperations = operations({
  askWhatIf: {
    method: 'post',
    path: '/rounds/{roundId}/what-if',
    summary: 'What the result would be with a different input; nothing is stored',
    params,
    query: PageQuery,
    body: Question,
    response: WhatIfAnswer,
  },
  listWhatIfSubjects: {
    method: 'get',
    path: '/rounds/{roundId}/what-if/subjects',
    summary: 'Postings, companies, students and groups of a computed round, by name',
    params,
    query: SubjectQuery,
    response: pageOf(Subject),
  },
});
