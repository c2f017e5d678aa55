import { firstAnswer } from '../application/first-answer.ts';
import type { Application } from '../application/schema.ts';
import type { Company } from '../company/schema.ts';
import type { CycleId } from '../ids.ts';
import { isReadable } from '../posting/rules.ts';
import type { Posting } from '../posting/schema.ts';
import type { Unsaved } from '../table/entity.ts';
import type { Team } from './people.ts';
import { ResponseTimes } from './response.ts';
import {
  type CompanyStatistics,
  type CompanyRow,
  type CompanyStage,
  companyStages,
  type PostingRow,
} from './schema.ts';

/** In these a posting is, or was until its end, open to students. */
const wasOpen = (posting: Posting): boolean => posting.publishedAt !== undefined || isReadable(posting);

class CompanyTally {
  readonly id: Company['id'];
  readonly name: PostingRow['company'];
  readonly times = new ResponseTimes();
  readonly at = companyStages.map(() => 0);
  postings = 0;
  seats = 0;

  constructor(id: Company['id'], name: PostingRow['company']) {
    this.id = id;
    this.name = name;
  }

  count(stage: CompanyStage): void {
    const place = companyStages.indexOf(stage);
    for (let at = 0; at <= place; at += 1) this.at[at] = (this.at[at] ?? 0) + 1;
  }

  /** One more offer of an application that was counted until it was rankable. */
  promote(stage: CompanyStage): void {
    for (let at = companyStages.indexOf('matched'); at <= companyStages.indexOf(stage); at += 1)
      this.at[at] = (this.at[at] ?? 0) + 1;
  }

  get applications(): number {
    return this.at[0] ?? 0;
  }
}

/** The companies and postings of a cycle, with what came to them. */
export class Market {
  readonly #companies = new Map<string, CompanyTally>();
  readonly #postings = new Map<string, PostingRow>();
  readonly times = new ResponseTimes();
  readonly teams: Team[] = [];

  /** Companies first, each with its postings after it. */
  addCompany({ id, content }: Company): void {
    this.#companies.set(id, new CompanyTally(id, content.name ?? {}));
  }

  addPosting(posting: Posting): void {
    if (!wasOpen(posting)) return;
    const { title, category = 'none', capacity = 0, zone, coreHours } = posting.content;
    const company = this.#companyOf(posting.companyId);
    company.postings += 1;
    company.seats += capacity;
    this.#postings.set(posting.id, {
      id: posting.id,
      title,
      company: company.name,
      category,
      seats: capacity,
      applications: 0,
      matches: 0,
    });
    if (isReadable(posting) && zone !== undefined && coreHours !== undefined)
      this.teams.push({ zone, ...coreHours });
  }

  addApplication(application: Application, stage: CompanyStage): void {
    const company = this.#companyOf(application.companyId);
    company.count(stage);
    const posting = this.#postings.get(application.postingId);
    if (posting) posting.applications += 1;
    const found = firstAnswer(application);
    company.times.add(found);
    this.times.add(found);
  }

  addMatch(
    { companyId, postingId }: Pick<Application, 'companyId' | 'postingId'>,
    stage: CompanyStage,
  ): void {
    this.#companyOf(companyId).promote(stage);
    const posting = this.#postings.get(postingId);
    if (posting) posting.matches += 1;
  }

  categoryOf(postingId: string): string {
    return this.#postings.get(postingId)?.category ?? 'none';
  }

  /** The most sought first. */
  postingRows(): PostingRow[] {
    return [...this.#postings.values()].toSorted(
      (a, b) => b.applications - a.applications || (a.id < b.id ? -1 : 1),
    );
  }

  /** Companies that somebody applied to, those where most wait first. */
  companyRows(): CompanyRow[] {
    return [...this.#companies.values()]
      .filter(({ applications }) => applications > 0)
      .map(({ id, name, times, applications }) => ({ id, name, applications, ...times.figures() }))
      .toSorted(
        (a, b) => b.waiting - a.waiting || (b.days?.p90 ?? 0) - (a.days?.p90 ?? 0) || (a.id < b.id ? -1 : 1),
      );
  }

  /** What each company that has a posting in the cycle is shown of itself. */
  companyStatistics(cycleId: CycleId): Unsaved<CompanyStatistics>[] {
    return [...this.#companies.values()]
      .filter(({ postings, applications }) => postings > 0 || applications > 0)
      .map(({ id, at, times, postings, seats }) => ({
        companyId: id,
        cycleId,
        funnel: companyStages.map((stage, place) => ({ stage, count: at[place] ?? 0 })),
        response: times.figures(),
        postings,
        seats,
      }));
  }

  #companyOf(id: Company['id']): CompanyTally {
    const found = this.#companies.get(id) ?? new CompanyTally(id, {});
    this.#companies.set(id, found);
    return found;
  }
}
