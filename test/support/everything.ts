import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  applicationId,
  CompanyId,
  InterviewSlotId,
  offerId,
  placementId,
  PostingId,
  RoundId,
  StudentId,
} from '../../functions/ids.ts';
import { deadOf, layAside } from '../../functions/changes/dead-change.ts';
import { interviews, interviewSlots } from '../../functions/interview/store.ts';
import { offers } from '../../functions/offer/store.ts';
import { getPlacement, placements } from '../../functions/placement/store.ts';
import { postingList, putList, studentList } from '../../functions/ranklist/store.ts';
import { eraseDue } from '../../functions/rights/erase.ts';
import { completeInternship } from './completed.ts';
import { profile } from './samples.ts';
import { people, type World } from './world.ts';

/** Somebody whose data is found everywhere. */
export const goner = { subject: 'k3v9q2x7mzp4', role: 'student', email: 'wei.an.zhuo@example.com' } as const;
const words = {
  preferred: '卓蔚安',
  passport: 'ZHUO WEIAN',
  about: 'I keep bees on a roof in Burnaby.',
  statement: 'Your heron sketches made me apply.',
  search: 'Heron work',
  agreement: 'We agree on Tuesdays at the lighthouse.',
  look: 'She wrote that her heron page is blank.',
  mark: 'Knows everything about kestrels.',
};
/** What must not be found any more. */
export const traces = [goner.subject, goner.email, ...Object.values(words)];

/** Uses everything that keeps something about a student: a page after the other, and what later phases leave behind. */
export const useEverything = async (world: World): Promise<void> => {
  const { deps, first, round, ok, settle } = world;
  const as = goner;
  const names = { preferred: words.preferred, chinese: words.preferred, passport: words.passport };
  await ok('saveProfile', { as, body: { ...profile(), names, about: words.about }, ifMatch: 0, key: 'a' });
  const search = { name: words.search, conditions: {}, digest: true, lang: 'en' };
  await ok('saveSearch', { as, body: search, key: 'b' });
  const url = 'https://receiver.example/hooks';
  const types = ['application.state_changed'];
  await ok('createWebhook', { as: people.coordinator, body: { name: 'Test', url, types } });
  const body = {
    postingId: first.posting.id,
    content: { statement: words.statement, answers: [] },
    submit: true,
  };
  const application = await ok('apply', { as, body, key: 'c' });
  await settle();
  const [studentId, postingId, roundId] = [
    StudentId.parse(as.subject),
    PostingId.parse(first.posting.id),
    RoundId.parse(round.id),
  ];
  // The company looks at it, a coordinator looks for a reason.
  await ok('moveApplication', {
    as: people.company,
    params: { applicationId: application.id },
    body: { to: 'shortlisted' },
    ifMatch: application.version,
  });
  const student = { studentId };
  await ok('lookAtStudent', { as: people.coordinator, params: student, body: { reason: words.look } });
  // An invitation link that the student came by.
  const referrer = { name: { en: 'A union' }, kind: 'student_union', email: people.referrer.email };
  await ok('createReferrer', { as: people.coordinator, body: referrer });
  const link = await ok('createInvitationLink', {
    as: people.referrer,
    body: { label: 'All', cap: 2, expiresAt: '2026-04-10T00:00:00.000Z' },
  });
  const code = link.url.slice(link.url.lastIndexOf('/') + 1);
  const joined = await ok('joinByInvitation', { as, params: { code } });
  await ok('setReferralConsent', {
    as,
    body: { consent: joined.consentVersion },
    ifMatch: joined.referral?.version ?? 0,
  });
  // What later phases leave behind, as their stores keep it.
  const by = { by: `student:${studentId}`, action: 'test.play', at: deps.clock.now() };
  const ids = { studentId, postingId, companyId: CompanyId.parse(first.company.id), cycleId: world.cycle.id };
  const slotId = InterviewSlotId.parse('slt_0000000000000001');
  const span = { start: '2026-04-20T01:00:00.000Z', end: '2026-04-20T01:30:00.000Z' };
  const place = { kind: 'words', words: 'Room 1' } as const;
  const meeting = { ...ids, ...span, zone: 'Asia/Shanghai', recruiter: people.company.subject, place };
  const { studentId: _, ...slot } = meeting;
  const list = await postingList(deps.table, round, postingId);
  const theirs = await studentList(deps.table, round, studentId);
  const choices = [[studentId, StudentId.parse(people.student.subject)]];
  await deps.table.write([
    interviewSlots.create({ ...slot, id: slotId, taken: true }, by),
    interviews.create(
      {
        ...meeting,
        id: applicationId(studentId, postingId),
        slotId,
        sequence: 0,
        changedAt: by.at,
        state: 'booked',
      },
      by,
    ),
    putList({ ...list, choices, certified: choices, state: 'certified' }, by),
    putList({ ...theirs, choices: [postingId], certified: [postingId], state: 'certified' }, by),
    offers.create({ ...ids, id: offerId(studentId, roundId), roundId, state: 'accepted' }, by),
  ]);
  await completeInternship(world, as);
  await settle();
  const [certificate] = (await ok('listMyCertificates', { as })).items;
  await ok('confirmCertificate', {
    as,
    params: { certificateId: certificate?.id ?? '' },
    body: { show: 'both' },
    ifMatch: certificate?.version ?? 0,
  });
  await settle();
  await deps.mail.send({
    id: `digest#${as.email}`,
    to: as.email,
    subject: words.preferred,
    text: words.about,
    sentAt: by.at,
  });
  const file = 'agreements/1.pdf';
  const { bytes, sha256 } = await deps.files.put(file, new TextEncoder().encode(words.agreement));
  const placement = await getPlacement(deps.table, placementId(studentId, roundId));
  const pdf = { kind: 'pdf', file, name: 'agreement.pdf', bytes, sha256 } as const;
  const versions = [{ number: 1, content: pdf, by: 'student', at: by.at } as const];
  const checkIn = { mark: 5, words: words.mark };
  await deps.table.write([
    placements.update(
      {
        ...placement,
        checklist: { agreement: { versions, confirmed: {} } },
        checkIns: { company: { ...checkIn, at: by.at } },
      },
      by,
    ),
  ]);
  const change = { id: '1', key: { pk: `STUDENT#${studentId}`, sk: 'PROFILE' }, stamp: by };
  await deps.table.write([layAside(deadOf('nobody', change, { error: 'none', at: by.at }), by)]);
  await settle();
};

export const foundIn = (value: unknown): string[] => {
  const text = JSON.stringify(value);
  return traces.filter((trace) => text.includes(trace));
};

/** Whatever lies in a folder, byte by byte: a record with its logs, documents. */
export const filesWithTraces = async (folder: string, of: readonly string[] = traces): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.filter((one) => one.isFile())) {
    const bytes = await readFile(join(entry.parentPath, entry.name));
    for (const trace of of) if (bytes.includes(trace)) found.push(`${entry.name}: ${trace}`);
  }
  return found;
};

/** Turns of the clock, with what follows from each, until nothing is left to do. */
export const eraseInTurns = async (world: World, count = 4): Promise<void> => {
  for (let turn = 0; turn < count; turn += 1) {
    await eraseDue(world.deps);
    await world.settle();
  }
};
