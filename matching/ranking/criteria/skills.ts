import type { PostingDocument } from '../document.ts';
import type { SkillsFacts } from '../part.ts';
import { NOTHING_ASKED, type Criterion } from './criterion.ts';

/** A required skill counts twice as much as a preferred one. */
export const REQUIRED = 2;
export const PREFERRED = 1;

/** The share of what the posting needs that the student has. */
export const skills: Criterion<SkillsFacts> = {
  score: (student, { skills: { required, preferred } }) => {
    let held = 0;
    for (const skill of required) if (student.skills.includes(skill)) held += REQUIRED;
    for (const skill of preferred) if (student.skills.includes(skill)) held += PREFERRED;
    return shareOfSkills(held, worthOfAll({ required, preferred }));
  },
  facts: (student, { skills: { required, preferred } }) => {
    const needed = [...required, ...preferred];
    return {
      criterion: 'skills',
      held: needed.filter((skill) => student.skills.includes(skill)),
      missing: needed.filter((skill) => !student.skills.includes(skill)),
      required,
    };
  },
};

/** What a posting's skills are worth together. */
export function worthOfAll({ required, preferred }: PostingDocument['skills']): number {
  return REQUIRED * required.length + PREFERRED * preferred.length;
}

/** The score, from what the skills held and the skills needed are worth. */
export function shareOfSkills(held: number, needed: number): number {
  return needed === 0 ? NOTHING_ASKED : held / needed;
}
