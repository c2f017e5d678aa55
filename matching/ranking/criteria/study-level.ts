import type { StudyLevelFacts } from '../part.ts';
import type { Criterion } from './criterion.ts';

/** Whether the posting asks for the student's level of study. */
export const studyLevel: Criterion<StudyLevelFacts> = {
  score: (student, { studyLevels }) =>
    studyLevels.length === 0 || studyLevels.includes(student.studyLevel) ? 1 : 0,
  facts: (student, { studyLevels }) => ({
    criterion: 'studyLevel',
    level: student.studyLevel,
    asked: studyLevels,
  }),
};
