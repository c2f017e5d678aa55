import { publishKey } from '../../../functions/certificate/keys.ts';
import { confirmDetails, holderOf, issue, revoke, textOf } from '../../../functions/certificate/rules.ts';
import type { Certificate } from '../../../functions/certificate/schema.ts';
import { certificates } from '../../../functions/certificate/store.ts';
import type { CertificateSigner } from '../../../functions/certificate/signer.ts';
import type { Deps } from '../../../functions/deps.ts';
import { choose, answer, surveysAfter } from '../../../functions/follow-up-survey/rules.ts';
import { type FollowUp, followUpConsent } from '../../../functions/follow-up-survey/schema.ts';
import { followUps } from '../../../functions/follow-up-survey/store.ts';
import type { CycleId } from '../../../functions/ids.ts';
import { newCode } from '../../../matching/certificate/code.ts';
import type { CycleSettings } from '../../../functions/cycle/schema.ts';
import type { Placement } from '../../../functions/placement/schema.ts';
import { placementsOfCycle } from '../../../functions/placement/store.ts';
import type { Operation } from '../../../functions/table/table.ts';
import { officialNames } from '../../../functions/student/rules.ts';
import { hoursAfter } from './days.ts';
import type { PublishedPosting } from './published.ts';
import type { Random } from './random.ts';
import { byCoordinator, signed } from './record.ts';
import type { SeedStudent } from './students.ts';
import { writeAll } from './write.ts';

interface Alumni {
  cycleId: CycleId;
  settings: CycleSettings;
  market: readonly PublishedPosting[];
  students: readonly SeedStudent[];
}
interface Graduate {
  placement: Extract<Placement, { state: 'completed' }>;
  entry: PublishedPosting;
  student: SeedStudent;
}

/** A certificate as it came to be: most students confirm within days, some have not yet; one was revoked. */
const certificateOf = (
  random: Random,
  { placement, entry, student }: Graduate,
  {
    programme,
    signer,
    site,
    number,
  }: { programme: CycleSettings['name']; signer: CertificateSigner; site: string; number: number },
): Operation => {
  const { id, studentId, roundId, cycleId, companyId, startsOn, endsOn, completedAt } = placement;
  const { title, hours } = entry.posting.content;
  const eligible: Certificate = {
    id, studentId, roundId, cycleId, companyId,
    state: 'eligible',
    internship: {
      company: entry.company.content.name,
      posting: title,
      from: startsOn,
      to: endsOn,
      hoursAWeek: hours,
      programme,
    },
    eligibleAt: completedAt,
    version: 1,
  }; // prettier-ignore
  const names = officialNames(student.student.profile);
  if (number % 9 === 8)
    return certificates.create(
      { ...eligible, names },
      signed('system:certify', 'certificate.eligible', completedAt),
    );
  const issuedAt = hoursAfter(completedAt, random.int(2, 90));
  const holder = holderOf(names, names.chinese === undefined ? 'passport' : 'both');
  const text = textOf(confirmDetails(eligible, holder, issuedAt), holder, {
    code: newCode((bound) => random.int(0, bound - 1)),
    site,
    issuedAt,
  });
  const issued = issue(eligible, text, signer.sign(text));
  if (number !== 3)
    return certificates.create(issued, signed('system:certify', 'certificate.issued', issuedAt));
  const reason =
    '工时记录有误，以重新签发的证书为准。The hours were recorded wrongly; a corrected statement follows.';
  const at = hoursAfter(issuedAt, 24 * 20);
  return certificates.create(
    revoke(issued, reason, at),
    signed(byCoordinator, 'certificate.revoked', at, reason),
  );
};

/** What became of them half a year later: most agreed to be asked, and most of those answered. */
const followUpOf = (random: Random, { placement, entry, student }: Graduate, endedAt: string): Operation => {
  const { id, studentId, roundId, cycleId, completedAt } = placement;
  const { majors = [], residences = [] } = student.student.profile;
  const [major] = majors;
  const { category } = entry.posting.content;
  const begun: FollowUp = {
    id, studentId, roundId, cycleId, category, ...(major && { major }),
    surveys: surveysAfter(endedAt),
    version: 1,
  }; // prettier-ignore
  const by = `student:${studentId}`;
  const agreedAt = hoursAfter(completedAt, random.int(3, 100));
  if (random.chance(0.06))
    return followUps.create(begun, signed('system:follow-up', 'follow_up.began', completedAt));
  const agreed = choose(begun, { agrees: true, version: followUpConsent }, agreedAt);
  const asked: FollowUp = {
    ...agreed,
    surveys: agreed.surveys.map((survey, index) =>
      index === 0 ? { ...survey, askedAt: survey.opensAt } : survey,
    ),
  };
  const [first] = asked.surveys;
  if (first === undefined || random.chance(0.08))
    return followUps.create(asked, signed('system:clock', 'follow_up.asked', first?.opensAt ?? agreedAt));
  const at = hoursAfter(first.opensAt, random.int(4, 600));
  const answers = {
    doing: random.weighted(
      ['working', 'studying', 'looking'] as const,
      (one) => ({ working: 5, studying: 3, looking: 2 })[one],
    ),
    country: random.chance(0.6) ? 'CN' : (residences[0]?.country ?? 'CN'),
    field: random.chance(0.8) ? category : ('other' as const),
    helped: random.weighted([3, 4, 5], (mark) => mark),
  };
  return followUps.create(answer(asked, 6, answers, at), signed(by, 'follow_up.answered', at));
};

/** Certificates of the internships a year ago, and what their students told half a year later. */
export const seedCertificates = async (deps: Deps, random: Random, alumni: Alumni): Promise<void> => {
  const { cycleId, settings, market, students } = alumni;
  const signer = await deps.signer?.();
  if (signer === undefined) throw new Error('The seed signs certificates and has no key.');
  const operations: Operation[] = [];
  const { to: endedAt } = settings.windows.active;
  let number = 0;
  for await (const placement of placementsOfCycle(deps.table, cycleId)) {
    const entry = market.find(({ posting }) => posting.id === placement.postingId);
    const student = students.find((one) => one.student.id === placement.studentId);
    if (placement.state !== 'completed' || entry === undefined || student === undefined) continue;
    const graduate = { placement, entry, student };
    operations.push(
      certificateOf(random, graduate, { programme: settings.name, signer, site: deps.site, number }),
      followUpOf(random, graduate, endedAt),
    );
    number += 1;
  }
  await publishKey(deps.table, signer.key, endedAt);
  await writeAll(deps.table, operations);
};
