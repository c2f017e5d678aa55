import { skillOf } from './aspects.ts';
import type { PostingCorpus, StudentCorpus } from './corpus.ts';
import { PREFERRED, REQUIRED, shareOfSkills, worthOfAll } from './criteria/skills.ts';
import type { PostingDocument, StudentDocument } from './document.ts';
import { postingDays, studentDays, type WorkingDays } from './zones.ts';

/** Who the student and who the posting is when a document is the candidate. */
export interface Pairing<D> {
  readonly student: (candidate: D) => StudentDocument;
  readonly posting: (candidate: D) => PostingDocument;
  /** The subject's. */
  readonly days: WorkingDays;
  /** The skills criterion by slot. */
  readonly skills: (slot: number) => number;
  /** Whether a slot names one of the subject's majors, where that is not part of what groups share. */
  readonly namesMajor?: (slot: number) => boolean;
}

/** What is needed takes the low bits of a sum, what is held the high ones. */
const HELD = 1 << 12;

export function withStudent(student: StudentDocument, corpus: PostingCorpus): Pairing<PostingDocument> {
  const held = new Set(student.skills);
  const skills = corpus.lists('skills').sums((word) => {
    const { skill, required } = skillOf(word);
    const worth = required ? REQUIRED : PREFERRED;
    return worth + (held.has(skill) ? worth * HELD : 0);
  });
  return {
    student: () => student,
    posting: (candidate) => candidate,
    days: studentDays(student),
    skills: (slot) => {
      const sum = skills(slot);
      return shareOfSkills(Math.floor(sum / HELD), sum % HELD);
    },
    namesMajor: corpus.lists('facet major').having(new Set(student.majors)),
  };
}

export function withPosting(posting: PostingDocument, corpus: StudentCorpus): Pairing<StudentDocument> {
  const { required, preferred } = posting.skills;
  const needed = worthOfAll(posting.skills);
  const held = corpus
    .lists('facet skill')
    .sums((skill) => (required.includes(skill) ? REQUIRED : 0) + (preferred.includes(skill) ? PREFERRED : 0));
  return {
    student: (candidate) => candidate,
    posting: () => posting,
    days: postingDays(posting),
    skills: (slot) => shareOfSkills(held(slot), needed),
  };
}
