import type { Deps } from '../deps.ts';
import { findCompany } from '../company/store.ts';
import type { Posting } from '../posting/schema.ts';
import { postingDocument } from '../posting/document.ts';
import { fitsOfStudents } from '../ranking/fit.ts';
import { findStudent } from '../student/store.ts';
import { hasReachedCompany } from './rules.ts';
import type { Applicant, Application } from './schema.ts';

/**
 * Applications as a company sees them: best fit first, then by date those who did not agree to automatic ranking.
 * One that was never submitted, also a withdrawn draft, stays the student's own.
 */
export const applicants = async (
  deps: Deps,
  posting: Posting,
  list: readonly Application[],
): Promise<Applicant[]> => {
  const visible = list.filter(hasReachedCompany);
  const company = await findCompany(deps.table, posting.companyId);
  const document = company && postingDocument(posting, company);
  const fits = document
    ? await fitsOfStudents(
        deps,
        document,
        visible.map((application) => application.studentId),
      )
    : new Map();
  const rows = await Promise.all(
    visible.map(async (application): Promise<Applicant> => {
      const student = await findStudent(deps.table, application.studentId);
      const fit = fits.get(application.studentId);
      return {
        ...application,
        email: student?.email ?? '',
        profile: student?.profile ?? {},
        ...(fit && { fit }),
      };
    }),
  );
  return rows.toSorted(
    (a, b) => (b.fit?.score ?? -1) - (a.fit?.score ?? -1) || firstEntered(a).localeCompare(firstEntered(b)),
  );
};

const firstEntered = (application: Application): string => application.history[0]?.at ?? '';
