import type { ApplicationContent } from '../../../functions/application/schema.ts';
import type { PostingContent } from '../../../functions/posting/schema.ts';
import { type Both, filled, phrases } from './data.ts';
import type { Random } from './random.ts';
import type { SeedStudent } from './students.ts';

/** What a student writes to a company: why, and an answer to each question. */
export const applicationContent = (
  random: Random,
  { study, writes }: Pick<SeedStudent, 'study' | 'writes'>,
  posting: Pick<PostingContent, 'title' | 'questions'>,
  company: Both,
): ApplicationContent => {
  const { zh = '', en = '' } = posting.title;
  const values = { role: { zh: zh || en, en: en || zh }, company, project: study.project };
  const answers = posting.questions.map(
    (question) =>
      phrases.questions.find(({ ask }) => ask.en === question.en)?.answer[writes] ?? study.project[writes],
  );
  return { statement: filled(random.pick(phrases.statements), values)[writes], answers };
};
