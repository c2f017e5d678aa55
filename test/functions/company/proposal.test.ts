import { expect, it } from 'vitest';
import { decideProposal } from '../../../functions/company/proposal.ts';
import { changeCompany, moveCompany } from '../../../functions/company/rules.ts';
import { Company, type CompanyContent } from '../../../functions/company/schema.ts';
import { companyIn, coordinator, refusal } from '../../support/entities.ts';
import { companyContent } from '../../support/samples.ts';
import { people, startWorld } from '../../support/world.ts';

const now = '2026-02-10T00:00:00.000Z';
const renamed: CompanyContent = { ...companyContent(), name: { zh: '腾讯', en: 'Tencent' } };
const { contact } = companyContent();
const wait = { name: renamed.name, contact, at: now };
const reached = { name: 'Somebody else', email: 'somebody@else.example' };

it('another name or website of a verified company waits, all else holds at once', () => {
  const content = { ...renamed, website: 'https://tencent.example/', district: '上海市徐汇区' };
  const { content: shown, ...changed } = changeCompany(companyIn('verified'), content, now);
  expect(changed).toMatchObject({ state: 'verified', proposed: { ...wait, website: content.website } });
  expect(shown).toEqual({ ...companyContent(), district: '上海市徐汇区' });
  expect(changeCompany(companyIn('suspended'), renamed, now)).toMatchObject({ proposed: wait });
  for (const state of ['draft', 'needs_info'] as const)
    expect(changeCompany(companyIn(state), renamed, now).content).toEqual(renamed);
});

it('is taken back with the old name, and keeps its turn while it stays the same', () => {
  const changed = changeCompany(companyIn('verified'), renamed, now);
  const later = '2026-02-11T00:00:00.000Z';
  expect(changeCompany(changed, { ...renamed, district: '上海市徐汇区' }, later)).toMatchObject({
    proposed: wait,
  });
  expect(changeCompany(changed, companyContent(), later)).not.toHaveProperty('proposed');
  const suspended = moveCompany(changed, { to: 'suspended', reason: 'why' }, coordinator, later);
  expect(suspended).toMatchObject({ content: companyContent(), proposed: wait });
  expect(moveCompany(suspended, { to: 'verified' }, coordinator, later)).toMatchObject({
    content: companyContent(),
    proposed: wait,
  });
});

it('whom to write to is checked as well, so that no account that was taken over answers in its place', () => {
  const content = { ...companyContent(), contact: reached };
  const changed = changeCompany(companyIn('verified'), content, now);
  expect(changed).toMatchObject({
    content: companyContent(),
    proposed: { name: content.name, contact: reached, at: now },
  });
  expect(decideProposal(changed, { accept: true }).content).toEqual(content);
  expect(decideProposal(changed, { accept: false, reason: 'They know nothing of it.' }).content).toEqual(
    companyContent(),
  );
  const other = { ...content, contact: { ...reached, phone: '+862165431234' } };
  const later = '2026-02-11T00:00:00.000Z';
  expect(changeCompany(changed, other, later)).toMatchObject({
    proposed: { contact: other.contact, at: later },
  });
});

it('a change from before contacts were checked leaves the contact as it is', () => {
  const { contact: _, ...before } = wait;
  const waiting = Company.parse({ ...companyIn('verified'), proposed: before });
  expect(decideProposal(waiting, { accept: true }).content).toEqual(renamed);
  expect(changeCompany(waiting, renamed, '2026-02-11T00:00:00.000Z')).toMatchObject({ proposed: wait });
});

it('a coordinator accepts it or says why not', () => {
  const changed = changeCompany(companyIn('verified'), renamed, now);
  const accepted = decideProposal(changed, { accept: true });
  expect(accepted.content).toEqual(renamed);
  expect(accepted).not.toHaveProperty('proposed');
  expect(() => decideProposal(changed, { accept: false })).toThrow(refusal('reason_needed', ['/reason']));
  const refused = decideProposal(changed, { accept: false, reason: 'Not your name.' });
  expect(refused.content).toEqual(companyContent());
  expect(refused).not.toHaveProperty('proposed');
  expect(() => decideProposal(refused, { accept: true })).toThrow(refusal('nothing_proposed'));
});

it('nobody sees the new name before that, and it is on the desk of coordinators', async () => {
  const world = await startWorld();
  const { company, posting } = world.first;
  const params = { companyId: company.id };
  const body = { ...company.content, name: renamed.name };
  const changed = await world.ok('updateCompany', {
    as: people.company,
    params,
    body,
    ifMatch: company.version,
  });
  const shown = async () => {
    await world.settle();
    const { company: face } = await world.ok('getPosting', { params: { postingId: posting.id } });
    const { items } = await world.ok('listPublicCompanies', {});
    expect(items).toContainEqual(face);
    return [face.name.en, face.verified];
  };
  const waiting = async () => {
    const { items } = await world.ok('listCompanies', {
      as: people.coordinator,
      query: { proposed: 'true' },
    });
    const { companyChanges } = await world.ok('getFigures', {
      as: people.coordinator,
      params: { cycleId: world.cycle.id },
    });
    expect(companyChanges).toBe(items.length);
    return items.map(({ id }) => id);
  };
  expect([await shown(), await waiting()]).toEqual([['Sample Technology 1', true], [company.id]]);
  await world.ok('decideCompanyChange', {
    as: people.coordinator,
    params,
    body: { accept: true },
    ifMatch: changed.version,
  });
  expect([await shown(), await waiting()]).toEqual([['Tencent', true], []]);
  await world.stop();
});
