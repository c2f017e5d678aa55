/** What a page asks first, as addresses below `/v1`; `{company}` is the reader's own, `{id}` what its path names. */
interface Questions {
  path: string;
  ask: readonly string[];
}

const student = ['/me', '/cycles/current', '/notices/inbox'];
const company = ['/me', '/cycles/current', '/notices/inbox', '/companies/{company}'];
const coordinator = ['/me', '/cycles/current'];

/** The pages that most readers open first. A wrong line costs a request and breaks nothing. */
export const firstQuestions: readonly Questions[] = [
  { path: '/', ask: ['/cycles/current', '/postings?limit=1'] },
  { path: '/postings', ask: ['/cycles/current', '/postings', '/taxonomy'] },
  { path: '/postings/:id', ask: ['/cycles/current', '/postings/{id}', '/taxonomy'] },
  {
    path: '/student',
    ask: [
      ...student,
      '/students/me',
      '/applications?limit=200',
      '/cycles/current/rounds',
      '/offers?limit=200',
      '/interviews',
    ],
  },
  { path: '/company', ask: [...company, '/companies/{company}/postings?limit=200'] },
  { path: '/coordinator', ask: coordinator },
  { path: '/referrer', ask: ['/me', '/cycles/current'] },
];

/** What every page of a role asks. */
export const roleQuestions: Readonly<Record<string, readonly string[]>> = { student, company, coordinator };
