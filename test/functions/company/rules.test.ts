import { describe, expect, it } from 'vitest';
import { changeCompany, moveCompany, requireInviting } from '../../../functions/company/rules.ts';
import { CompanyContent, CompanyDraft, type CompanyState } from '../../../functions/company/schema.ts';
import { publicCompany } from '../../../functions/company/store.ts';
import { companyContent } from '../../support/samples.ts';
import { companyIn, coordinator, decided, recruiter, refusal } from '../../support/entities.ts';

const now = '2026-02-10T00:00:00.000Z';

describe('moves', () => {
  it.each<[CompanyState, CompanyState, typeof recruiter | typeof coordinator]>([
    ['draft', 'submitted', recruiter],
    ['needs_info', 'submitted', recruiter],
    ['draft', 'rejected', coordinator],
    ['submitted', 'verified', coordinator],
    ['submitted', 'needs_info', coordinator],
    ['submitted', 'rejected', coordinator],
    ['verified', 'suspended', coordinator],
    ['suspended', 'verified', coordinator],
  ])('%s to %s', (from, to, actor) => {
    expect(moveCompany(companyIn(from), { to, reason: 'why' }, actor, now)).toMatchObject({ state: to });
    const other = actor === recruiter ? coordinator : recruiter;
    expect(() => moveCompany(companyIn(from), { to, reason: 'why' }, other, now)).toThrow(
      refusal('company_move_not_yours'),
    );
  });

  it.each<[CompanyState, CompanyState]>([
    ['draft', 'verified'],
    ['needs_info', 'verified'],
    ['rejected', 'submitted'],
    ['rejected', 'verified'],
    ['verified', 'rejected'],
    ['suspended', 'submitted'],
  ])('never %s to %s', (from, to) => {
    for (const actor of [recruiter, coordinator])
      expect(() => moveCompany(companyIn(from), { to, reason: 'why' }, actor, now)).toThrow(
        refusal('company_illegal_move', ['/to']),
      );
  });

  it.each<[CompanyState, CompanyState]>([
    ['submitted', 'needs_info'],
    ['submitted', 'rejected'],
    ['draft', 'rejected'],
    ['verified', 'suspended'],
  ])('%s to %s says why', (from, to) => {
    expect(() => moveCompany(companyIn(from), { to }, coordinator, now)).toThrow(
      refusal('reason_needed', ['/reason']),
    );
    expect(moveCompany(companyIn(from), { to, reason: 'why' }, coordinator, now)).toMatchObject({
      reason: 'why',
    });
  });

  it('write down when, and forget the reason that no longer holds', () => {
    const again = moveCompany(companyIn('needs_info'), { to: 'submitted' }, recruiter, now);
    expect(again).toMatchObject({ state: 'submitted', submittedAt: now });
    expect(again).not.toHaveProperty('reason');
  });

  it('submit nothing incomplete, and name each field', () => {
    const { district: _, industry: __, ...begun } = companyContent();
    expect(() => moveCompany(companyIn('draft', begun), { to: 'submitted' }, recruiter, now)).toThrow(
      refusal('company_incomplete', ['/content/district', '/content/industry']),
    );
    const rejected = moveCompany(
      companyIn('draft', begun),
      { to: 'rejected', reason: 'why' },
      coordinator,
      now,
    );
    expect(rejected).toMatchObject({ state: 'rejected', content: begun });
  });
});

describe('a company without a name in any language', () => {
  const nameless = { ...companyContent(), name: {} };
  it('is refused, by the field, wherever somebody writes it', () => {
    for (const schema of [CompanyContent, CompanyDraft]) {
      const { error } = schema.safeParse(nameless);
      expect(error?.issues.map(({ path, message }) => [path, message])).toEqual([
        [['name'], 'needs a text in Chinese or in English'],
      ]);
      expect(schema.safeParse({ ...nameless, name: { en: 'Xinya' } }).success).toBe(true);
    }
  });
  it('is not submitted or verified, and may be stopped', () => {
    expect(() => moveCompany(companyIn('draft', nameless), { to: 'submitted' }, recruiter, now)).toThrow(
      refusal('company_incomplete', ['/content/name']),
    );
    const decide = (from: CompanyState, to: CompanyState) =>
      decided(() => moveCompany(companyIn(from, nameless), { to, reason: 'why' }, coordinator, now).state);
    expect(decide('submitted', 'verified')).toBe('company_incomplete');
    expect(decide('submitted', 'needs_info')).toBe('needs_info');
    expect(decide('verified', 'suspended')).toBe('suspended');
  });
  it('is called by its legal name where it was kept from before', () => {
    const { legalName } = companyContent();
    expect(publicCompany(companyIn('verified', nameless)).name).toEqual({ en: legalName });
    expect(publicCompany(companyIn('verified')).name).toEqual(companyContent().name);
  });
});

it.each<[CompanyState, string | undefined]>([
  ['draft', 'company_not_verified'],
  ['submitted', 'company_not_verified'],
  ['needs_info', 'company_not_verified'],
  ['verified', undefined],
  ['suspended', 'company_not_verified'],
])('one that is %s invites: %s', (state, code) => {
  expect(decided(() => requireInviting(companyIn(state)))).toBe(code);
});

describe('changes', () => {
  const renamed = { ...companyContent(), legalName: '上海另名科技有限公司' };
  const renumbered = { ...companyContent(), registration: companyContent(2).registration };
  const { district: _, ...begun } = companyContent();

  it.each<[CompanyState, object, string | undefined]>([
    ['draft', begun, undefined],
    ['draft', renumbered, undefined],
    ['submitted', companyContent(), 'company_not_editable'],
    ['rejected', companyContent(), 'company_not_editable'],
    ['needs_info', renumbered, undefined],
    ['needs_info', begun, 'company_incomplete'],
    ['verified', { ...companyContent(), district: '上海市徐汇区' }, undefined],
    ['verified', renamed, 'registration_verified'],
    ['verified', renumbered, 'registration_verified'],
    ['suspended', renamed, 'registration_verified'],
    ['suspended', renumbered, 'registration_verified'],
  ])('of one that is %s', (state, content, code) => {
    expect(decided(() => changeCompany(companyIn(state), content, now).content)).toEqual(code ?? content);
  });
});
