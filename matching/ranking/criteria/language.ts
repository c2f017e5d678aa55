import type { LanguageSkill, PostingDocument, StudentDocument } from '../document.ts';
import { languageLevels } from '../levels.ts';
import type { LanguageFacts } from '../part.ts';
import type { Criterion } from './criterion.ts';

/** The average share, over the languages asked for, of the level that the student has. */
export const language: Criterion<LanguageFacts> = {
  score: (student, { languages }) => {
    if (languages.length === 0) return 1;
    let sum = 0;
    for (const asked of languages) sum += share(held(student, asked), asked);
    return sum / languages.length;
  },
  facts: (student, posting) => ({ criterion: 'language', languages: compared(student, posting) }),
};

function compared(student: StudentDocument, posting: PostingDocument): LanguageFacts['languages'] {
  return posting.languages.map((asked) => {
    const own = held(student, asked);
    const enough = share(own, asked) === 1;
    const { code, level: needed } = asked;
    return own === undefined ? { code, needed, enough } : { code, needed, held: own.level, enough };
  });
}

function held(student: StudentDocument, { code }: LanguageSkill): LanguageSkill | undefined {
  return student.languages.find((own) => own.code === code);
}

function share(own: LanguageSkill | undefined, asked: LanguageSkill): number {
  return own === undefined ? 0 : Math.min(1, languageLevels[own.level] / languageLevels[asked.level]);
}
