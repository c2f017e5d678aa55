import type { LanguageSkill, PostingDocument, StudentDocument } from '../document.ts';
import { reachedPercent } from '../levels.ts';
import type { LanguageFacts } from '../part.ts';
import type { Criterion } from './criterion.ts';

/** The average share, over the languages asked for, of the level that the student has. */
export const language: Criterion<LanguageFacts> = {
  score: (student, { languages }) => {
    if (languages.length === 0) return 1;
    let percent = 0;
    for (const asked of languages) percent += reached(held(student, asked), asked);
    return percent / (100 * languages.length);
  },
  facts: (student, posting) => ({ criterion: 'language', languages: compared(student, posting) }),
};

function compared(student: StudentDocument, posting: PostingDocument): LanguageFacts['languages'] {
  return posting.languages.map((asked) => {
    const own = held(student, asked);
    const enough = reached(own, asked) === 100;
    const { code, level: needed } = asked;
    return own === undefined ? { code, needed, enough } : { code, needed, held: own.level, enough };
  });
}

function held(student: StudentDocument, { code }: LanguageSkill): LanguageSkill | undefined {
  return student.languages.find((own) => own.code === code);
}

function reached(own: LanguageSkill | undefined, asked: LanguageSkill): number {
  return own === undefined ? 0 : reachedPercent(own.level, asked.level);
}
