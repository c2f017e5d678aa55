import { completeUnifiedSocialCreditCode } from '../../functions/company/registration.ts';
import type { CompanyContent } from '../../functions/company/schema.ts';
import type { CycleSettings } from '../../functions/cycle/schema.ts';
import type { PostingContent } from '../../functions/posting/schema.ts';
import { consentVersion, type Profile } from '../../functions/student/schema.ts';
import { defaultWeights } from '../../matching/ranking/weights.ts';

/** Valid content for tests; each call is a copy that a test may change. */
export const cycleSettings = (): CycleSettings => {
  const window = (from: string, to: string) => ({
    from: `2026-${from}T00:00:00.000Z`,
    to: `2026-${to}T10:00:00.000Z`,
  });
  return {
    name: { zh: '2026年暑期云实习', en: 'Summer 2026' },
    zone: 'Asia/Shanghai',
    windows: {
      posting: window('02-01', '03-20'),
      applying: window('03-15', '04-12'),
      shortlisting: window('04-13', '04-22'),
      ranking: window('05-08', '05-15'),
      matching: window('05-15', '05-18'),
      confirming: window('05-19', '05-24'),
      supplementary: window('05-25', '06-08'),
      active: window('06-29', '08-21'),
    },
    applicationCap: 2,
    confirmDays: 5,
    keepsMonths: 48,
    movesByClock: false,
    weights: { ...defaultWeights },
  };
};

export const companyContent = (number = 1): CompanyContent => ({
  legalName: `上海样例科技有限公司${number}`,
  name: { zh: `样例科技${number}`, en: `Sample Technology ${number}` },
  registration: {
    kind: 'cn',
    code: completeUnifiedSocialCreditCode(`91310110MA1G8${String(number).padStart(4, '0')}`),
  },
  district: '上海市杨浦区',
  industry: 'internet',
  size: '20-99',
  contact: { name: '王敏', email: `hr${number}@example.com` },
});

export const postingContent = (): PostingContent => ({
  title: { zh: '数据分析实习生', en: 'Data Analyst Intern' },
  description: { zh: '用SQL和Python分析用户增长。', en: 'Analyse user growth with SQL and Python.' },
  category: 'data-ai',
  majors: ['statistics', 'data-science'],
  studyLevels: ['bachelor', 'master'],
  skills: { required: ['sql', 'python'], preferred: ['tableau'] },
  capacity: 1,
  startsOn: '2026-06-29',
  endsOn: '2026-08-21',
  hours: { min: 20, max: 40 },
  workMode: 'remote',
  zone: 'Asia/Shanghai',
  coreHours: { from: '09:30', to: '18:00' },
  overlapHours: 2,
  languages: [{ code: 'zh', level: 'B2' }],
  pay: { kind: 'paid', amount: 200, currency: 'CNY', period: 'day' },
  credit: true,
  countries: [],
  questions: [],
});

export const profile = (): Profile => ({
  names: { preferred: '林晓雨', chinese: '林晓雨', passport: 'LIN XIAOYU' },
  university: 'University of British Columbia',
  studyLevel: 'master',
  majors: ['statistics'],
  graduatesOn: '2027-05-31',
  residences: [{ country: 'CA', zone: 'America/Vancouver' }],
  exams: [],
  weeklyHours: 30,
  availableFrom: '2026-06-01',
  availableTo: '2026-08-31',
  workingHours: { from: '16:00', to: '23:30' },
  languages: [
    { code: 'zh', level: 'native' },
    { code: 'en', level: 'C1' },
  ],
  skills: ['sql', 'python'],
  workAuthorization: { CN: 'yes' },
  interests: ['data-ai'],
  workModes: ['remote'],
  consents: { privacy: consentVersion, ranking: true },
});
