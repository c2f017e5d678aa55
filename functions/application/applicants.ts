import { comesAfter } from '../../matching/ranking/place.ts';
import type { Deps } from '../deps.ts';
import { findCompany } from '../company/store.ts';
import type { Posting } from '../posting/schema.ts';
import { releasedToStudent } from '../offer/store.ts';
import { placementsOfStudent } from '../placement/store.ts';
import { postingDocument } from '../posting/document.ts';
import { openPlaces, sealPlaces } from '../ranking/cursor.ts';
import { fitsOfStudents } from '../ranking/fit.ts';
import { cutPage, placeNow } from '../ranking/go-on.ts';
import type { Student } from '../student/schema.ts';
import { findStudent } from '../student/store.ts';
import type { Table } from '../table/table.ts';
import { hasReachedCompany, isLive, isShownToCompany } from './rules.ts';
import type { Applicant, Application } from './schema.ts';

/** What a student has had at a posting; nothing of it matters while the application is under way. */
const hadAt = async (table: Table, { studentId, postingId, state }: Application) => {
  if (state !== 'matched') return { offers: [], placements: [] };
  const [released, placements] = await Promise.all([
    Array.fromAsync(releasedToStudent(table, studentId)),
    Array.fromAsync(placementsOfStudent(table, studentId)),
  ]);
  return {
    offers: released.map(({ offer }) => offer).filter((offer) => offer.postingId === postingId),
    placements: placements.filter((placement) => placement.postingId === postingId),
  };
};

/** The student behind an application, as long as the company is shown who that is. */
const shownStudent = async (table: Table, application: Application): Promise<Student | undefined> => {
  if (!isLive(application.state) && application.state !== 'matched') return undefined;
  const [student, had] = await Promise.all([
    findStudent(table, application.studentId),
    hadAt(table, application),
  ]);
  return isShownToCompany(application, { student, ...had }) ? student : undefined;
};

/**
 * Applications as a company sees them, with the fit of those who agreed to automatic ranking. One that was never
 * submitted, also a withdrawn draft, stays the student's own; of one that has ended only its course is shown.
 */
export const applicants = async (
  deps: Deps,
  posting: Posting,
  list: readonly Application[],
): Promise<Applicant[]> => {
  const visible = await Promise.all(
    list.filter(hasReachedCompany).map(async (application) => ({
      application,
      student: await shownStudent(deps.table, application),
    })),
  );
  const company = await findCompany(deps.table, posting.companyId);
  const document = company && postingDocument(posting, company);
  const fits = document
    ? await fitsOfStudents(
        deps,
        document,
        visible.flatMap(({ student }) => (student ? [student.id] : [])),
      )
    : new Map();
  return visible.map(({ application, student }): Applicant => {
    if (student === undefined)
      return { ...application, content: { answers: [] }, shown: false, email: '', profile: {} };
    const fit = fits.get(student.id);
    return {
      ...application,
      shown: true,
      email: student.email,
      profile: student.profile,
      ...(fit && { fit }),
    };
  });
};

/** The earliest first. */
const byDate = ({ history }: Applicant): number => -Date.parse(history[0]?.at ?? '9999-12-31');
/** The fit where there is one; all others stand behind those. */
const byFit = (applicant: Applicant): number => applicant.fit?.score ?? byDate(applicant);

/**
 * One page of them: the best fit first, then by date those who did not agree to automatic ranking; or all by date, for
 * a company that wants no automatic order.
 */
export const applicantsPage = async (
  deps: Deps,
  posting: Posting,
  list: readonly Application[],
  { cursor, limit, sort }: { cursor?: string | undefined; limit: number; sort: 'fit' | 'date' },
) => {
  const orderOf = sort === 'date' ? byDate : byFit;
  const all = (await applicants(deps, posting, list))
    .map((applicant) => ({
      id: String(applicant.id),
      applicant,
      place: { score: orderOf(applicant), id: String(applicant.id) },
    }))
    .toSorted((a, b) => b.place.score - a.place.score || (a.id < b.id ? -1 : 1));
  const name = ['applicants', posting.id, sort];
  const before = openPlaces(name, cursor);
  const after = placeNow(before, (id) => all.find((one) => one.id === id)?.place.score);
  const rest = all.filter(
    ({ place }) => after === undefined || comesAfter(after, { ...place, publishedAt: undefined }),
  );
  const { page, end } = cutPage(rest, limit, before);
  return {
    items: page.map(({ applicant }) => applicant),
    total: all.length,
    ...(end && { next: sealPlaces(name, end) }),
  };
};
