import { describe, expect, it } from 'vitest';
import { CompanyContent } from '../../functions/company/schema.ts';
import { contentOf, valuesOf } from '../../web/company/company-values.ts';
import { isMissing, isOpen, sectionNames, sections } from '../../web/company/sections.ts';
import { parsePart } from '../../functions/problem.ts';
import { PostingContent } from '../../functions/posting/schema.ts';

const typed = {
  ...valuesOf({}),
  legalName: ' 上海新芽科技有限公司 ',
  name: { zh: '', en: 'Xinya' },
  code: '91350100M000100Y43',
  district: '杨浦区',
  industry: 'internet' as const,
  size: '1-19' as const,
  contactName: '顾以宁',
  contactEmail: 'new@demo.example',
  contactPhone: '+86 21 6543-1234',
};

describe('a company in its form', () => {
  it('becomes what the server accepts, without what was left empty', () => {
    const read = contentOf(typed);
    expect('content' in read && CompanyContent.parse(JSON.parse(JSON.stringify(read.content)))).toMatchObject(
      {
        legalName: '上海新芽科技有限公司',
        name: { en: 'Xinya' },
        contact: { phone: '+862165431234' },
      },
    );
  });
  it('names every field that is empty, by its pointer', () => {
    const read = contentOf({ ...valuesOf({}), kind: 'foreign' });
    expect('problems' in read && read.problems.map(({ pointer }) => pointer)).toEqual([
      '/legalName', '/name', '/registration/country', '/registration/number', '/district', '/industry', '/size',
      '/contact/name', '/contact/email',
    ]); // prettier-ignore
  });
  it.each([
    {
      registration: { kind: 'cn', code: '91350100M000100Y44' },
      email: 'new@demo',
      website: 'demo.example',
      phone: '12',
    },
    {
      registration: { kind: 'foreign', country: '', number: '-' },
      email: '',
      website: 'ftp://demo.example',
      phone: '+0',
    },
  ] as const)(
    'is told of what is wrong beside what is empty, as the server would: $registration.kind',
    (wrong) => {
      const { registration, email, website, phone } = wrong;
      const read = contentOf({
        ...typed,
        ...registration,
        district: '',
        industry: '',
        website,
        contactEmail: email,
        contactPhone: phone,
      });
      const sent = {
        legalName: typed.legalName,
        name: { en: 'Xinya' },
        registration,
        district: '',
        industry: '',
        size: typed.size,
        website,
        contact: { name: typed.contactName, email, phone },
      };
      const problems = 'problems' in read ? read.problems : [];
      expect(problems.length).toBeGreaterThan(4);
      expect(() => parsePart(CompanyContent, sent, 'body')).toThrow(
        expect.objectContaining({ fields: problems }),
      );
    },
  );
});

describe('the sections of a posting', () => {
  it('hold every field once', () => {
    const fields = sectionNames.flatMap((name) => [...sections[name]]);
    expect(fields.toSorted()).toEqual(Object.keys(PostingContent.shape).toSorted());
  });
  it('are missing something when a pointer leads into one of their fields', () => {
    expect(isMissing('time', ['/hours/min'])).toBe(true);
    expect(isMissing('time', ['/title', '/skills'])).toBe(false);
  });
  it('leave only the seats open once the posting is approved', () => {
    expect(sectionNames.filter((name) => isOpen(name, 'published'))).toEqual(['seats']);
    expect(sectionNames.filter((name) => isOpen(name, 'submitted'))).toEqual([]);
  });
});
