import { comesAfter } from '../../matching/ranking/place.ts';
import type { Deps } from '../deps.ts';
import { findCompany } from '../company/store.ts';
import type { Posting } from '../posting/schema.ts';
import { postingDocument } from '../posting/document.ts';
import { openPlaces, sealPlaces } from '../ranking/cursor.ts';
import { fitsOfStudents } from '../ranking/fit.ts';
import { cutPage, placeNow } from '../ranking/go-on.ts';
import { findStudent } from '../student/store.ts';
import { hasReachedCompany } from './rules.ts';
import type { Applicant, Application } from './schema.ts';

/**
 * Applications as a company sees them, with the fit of those who agreed to automatic ranking. One that was never
 * submitted, also a withdrawn draft, stays the student's own.
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
  return Promise.all(
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
