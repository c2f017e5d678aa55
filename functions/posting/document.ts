import type { PostingDocument } from '../../matching/ranking/document.ts';
import { highestByCode } from '../../matching/ranking/levels.ts';
import { calledAs } from '../company/store.ts';
import type { Company } from '../company/schema.ts';
import { PostingContent, type Posting } from './schema.ts';

const texts = (
  ...parts: readonly ({ zh?: string | undefined; en?: string | undefined } | undefined)[]
): string =>
  parts
    .flatMap((part) => [part?.zh, part?.en])
    .filter((part) => part !== undefined)
    .join('\n');

/** What a ranking may read of a posting; undefined while the posting is incomplete. */
export const postingDocument = (posting: Posting, company: Company): PostingDocument | undefined => {
  const content = PostingContent.safeParse(posting.content).data;
  if (content === undefined) return undefined;
  const { pay, title, description, tasks, learns } = content;
  return {
    id: posting.id,
    cycleId: posting.cycleId,
    companyId: posting.companyId,
    companyName: texts(calledAs(company)),
    category: content.category,
    majors: content.majors,
    studyLevels: content.studyLevels,
    skills: content.skills,
    startsOn: content.startsOn,
    endsOn: content.endsOn,
    hours: content.hours,
    workMode: content.workMode,
    zone: content.zone,
    coreHours: content.coreHours,
    overlapHours: content.overlapHours,
    languages: highestByCode(content.languages),
    ...(pay.kind === 'paid' && { pay: { amount: pay.amount, currency: pay.currency, period: pay.period } }),
    countries: content.countries,
    title: texts(title),
    text: texts(description, tasks, learns),
    publishedAt: posting.publishedAt ?? posting.createdAt,
  };
};
