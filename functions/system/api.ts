import * as z from 'zod';
import { CompanyState } from '../company/schema.ts';
import { CompanyId, ReferrerId } from '../ids.ts';
import { operations } from '../operation.ts';
import { BilingualLine, pageOf, PageQuery } from '../values.ts';

const Term = z.object({ slug: z.string(), zh: z.string(), en: z.string() });
/** The signed-in person, and whom they act for. */
export const Me = z.object({
  subject: z.string(),
  role: z.enum(['student', 'company', 'coordinator', 'referrer']),
  name: z.string(),
  email: z.string(),
  /** The issuer says that the address is not verified: invitations to it are not followed. */
  emailUnverified: z.literal(true).optional(),
  company: z
    .object({
      id: CompanyId,
      name: z.object({ zh: z.string().optional(), en: z.string().optional() }),
      state: CompanyState,
    })
    .optional(),
  /** The student union or workstation that a referrer acts for. */
  referrer: z.object({ id: ReferrerId, name: BilingualLine }).optional(),
});
export type Me = z.infer<typeof Me>;
const Letter = z.object({
  id: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  sentAt: z.string(),
});

export const systemOperations = operations({
  getHealth: {
    method: 'get',
    path: '/health',
    summary: 'Whether the service can answer',
    response: z.object({ status: z.literal('ok'), time: z.string() }),
  },
  getMe: { method: 'get', path: '/me', summary: 'The signed-in person', response: Me },
  getTaxonomy: {
    method: 'get',
    path: '/taxonomy',
    summary: 'Categories, majors and skills in both languages',
    response: z.object({
      categories: z.array(Term),
      majors: z.array(Term),
      skills: z.array(Term.extend({ categories: z.array(z.string()) })),
    }),
  },
  getSearchState: {
    method: 'get',
    path: '/search/state',
    summary: 'Who answers searches now, and what of the record they do not know yet',
    response: z.object({
      engine: z.enum(['evaluator', 'opensearch']),
      answeredBy: z.enum(['engine', 'standby', 'nobody']),
      since: z.string().optional(),
      reason: z.string().optional(),
      waitingChanges: z.number().int().optional().meta({
        description: 'At most 1,000 are counted; absent where no place in the change feed is noted',
      }),
    }),
  },
  countLaidAside: {
    method: 'get',
    path: '/changes/laid-aside',
    summary: 'How many changes could not be processed; at most 100 are counted',
    response: z.object({ count: z.number().int() }),
  },
  listMyLetters: {
    method: 'get',
    path: '/mailbox',
    summary: 'The emails sent to the signed-in person',
    query: PageQuery,
    response: pageOf(Letter),
  },
});
