/** What a page asks first, as addresses below `/v1`; `{id}` is what its path names, the others are `named` below. */
interface Questions {
  path: string;
  ask: readonly string[];
}

interface Answer {
  id?: string;
  company?: { id: string };
  items?: readonly { id: string; state?: string }[];
}

/** What one answer names, and others are about. */
export const named: readonly {
  place: string;
  in: string;
  idOf: (answer: Answer) => string | undefined;
}[] = [
  { place: '{company}', in: '/me', idOf: ({ company }) => company?.id },
  { place: '{cycle}', in: '/cycles/current', idOf: ({ id }) => id },
  {
    place: '{round}',
    in: '/cycles/current/rounds',
    idOf: ({ items }) => items?.find(({ state }) => state === 'open')?.id,
  },
];

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
      '/rounds/{round}/rank-list',
    ],
  },
  {
    path: '/company',
    ask: [...company, '/companies/{company}/postings?limit=200', '/companies/{company}/interviews'],
  },
  {
    path: '/coordinator',
    ask: [
      ...coordinator,
      '/cycles/{cycle}/figures',
      '/cycles/{cycle}/rounds',
      '/jobs?limit=50',
      '/changes/laid-aside',
      '/taxonomy',
    ],
  },
  { path: '/referrer', ask: ['/me', '/cycles/current'] },
];

/** What every page of a role asks. */
export const roleQuestions: Readonly<Record<string, readonly string[]>> = { student, company, coordinator };
