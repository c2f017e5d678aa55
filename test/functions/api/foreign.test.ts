import { afterAll, beforeAll, expect, test } from 'vitest';
import { completeInternship } from '../../support/completed.ts';
import { confirmedPlacement } from '../../support/placement.ts';
import { people, startWorld, type World } from '../../support/world.ts';

let world: World;
let placement: string;
let certificate: string;
let application: string;
beforeAll(async () => {
  world = await startWorld();
  placement = (await confirmedPlacement(world)).id;
  certificate = await completeInternship(world, people.otherStudent);
  application = `${people.student.subject}~${world.first.posting.id}`;
});
afterAll(() => world.stop());

/** What a stranger is told of a thing that there is, and of one that there is not. */
const told = async (name: Parameters<World['request']>[0], call: Parameters<World['request']>[1]) => {
  const response = await world.request(name, call);
  return { status: response.status, body: await response.text() };
};
const missing = (id: string): string => id.replace(/^[^~]+/, 'student-nobody');

test('whether somebody else has it is told of nothing that is found in two steps', async () => {
  const ofPlacement = () => [{ placementId: placement }, { placementId: missing(placement) }] as const;
  const evaluation = `${placement}~final~company`;
  const ofEvaluation = () => [{ evaluationId: evaluation }, { evaluationId: missing(evaluation) }] as const;
  const ofCertificate = () =>
    [{ certificateId: certificate }, { certificateId: missing(certificate) }] as const;
  const ofApplication = () =>
    [{ applicationId: application }, { applicationId: missing(application) }] as const;
  const [student, company] = [people.otherStudent, people.otherCompany];
  const answers = { answers: {} };
  const lookups = [
    ['getPlacement', company, ofPlacement(), {}],
    ['listEvaluations', company, ofPlacement(), {}],
    ['listWorkLog', student, ofPlacement(), {}],
    ['endPlacement', company, ofPlacement(), { body: { reason: 'test' }, ifMatch: 1 }],
    ['getEvaluation', student, ofEvaluation(), {}],
    ['getEvaluation', company, ofEvaluation(), {}],
    ['saveEvaluationDraft', company, ofEvaluation(), { body: answers, ifMatch: 1 }],
    ['submitEvaluation', company, ofEvaluation(), { body: answers, ifMatch: 1 }],
    ['confirmCertificate', people.student, ofCertificate(), { body: { show: 'both' }, ifMatch: 1 }],
    ['getCertificatePdf', people.student, ofCertificate(), {}],
    ['getApplicant', company, ofApplication(), {}],
    ['getInterviewCalendar', student, ofApplication(), {}],
  ] as const;
  for (const [name, as, [there, gone], more] of lookups) {
    const foreign = await told(name, { as, params: there, ...more });
    expect([name, foreign.status]).toEqual([name, 404]);
    expect([name, foreign]).toEqual([name, await told(name, { as, params: gone, ...more })]);
  }
});
