import { skillsAsked, skillsHeld, studentKeys, subjectKeys, type Aspect } from './aspects.ts';
import type { PostingCorpus, StudentCorpus } from './corpus.ts';
import type { PostingDocument, StudentDocument } from './document.ts';
import { keyText } from './groups.ts';
import { postingDays, studentDays, type WorkingDays } from './zones.ts';

/** Who the student and who the posting is when a document is the candidate. */
export interface Pairing<D> {
  readonly student: (candidate: D) => StudentDocument;
  readonly posting: (candidate: D) => PostingDocument;
  /** The same for subjects that are the same in that respect. */
  readonly subjectKey: (aspect: Aspect) => string;
  /** The subject's. */
  readonly days: WorkingDays;
  /** By slot what the skills are worth that are both asked for and held. */
  readonly skills: Uint16Array;
  /** Whether a slot names one of the subject's majors, where that is not part of what groups share. */
  readonly namesMajor?: (slot: number) => boolean;
}

export function withStudent(student: StudentDocument, corpus: PostingCorpus): Pairing<PostingDocument> {
  return {
    student: () => student,
    posting: (candidate) => candidate,
    subjectKey: (aspect) => keyText(studentKeys[aspect](student)),
    days: studentDays(student),
    skills: corpus.sharedSkills(skillsHeld(student)),
    namesMajor: corpus.lists('facet major').having(new Set(student.majors)),
  };
}

export function withPosting(posting: PostingDocument, corpus: StudentCorpus): Pairing<StudentDocument> {
  return {
    student: (candidate) => candidate,
    posting: () => posting,
    subjectKey: (aspect) => keyText(subjectKeys[aspect](posting)),
    days: postingDays(posting),
    skills: corpus.sharedSkills(skillsAsked(posting)),
  };
}
