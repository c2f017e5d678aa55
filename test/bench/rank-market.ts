import type { PostingDocument, StudentDocument } from '../../matching/ranking/document.ts';
import { cities, companyEntries, phrases, roles, studies } from '../../infra/local/seed/data.ts';
import { people } from '../../infra/local/seed/person.ts';
import { postingContent } from '../../infra/local/seed/posting.ts';
import { studentProfile } from '../../infra/local/seed/profile.ts';
import { type Random, randomFrom } from '../../infra/local/seed/random.ts';
import { seasonFrom } from '../../infra/local/seed/season.ts';

const season = seasonFrom('2026-03-15');
const cycleId = 'summer-2026';

/** Postings and students of the demonstration's making, in any number. */
export function* benchPostings(count: number): Generator<PostingDocument> {
  const random = randomFrom(1);
  for (let number = 0; number < count; number += 1) {
    const company = random.pick(companyEntries);
    const content = postingContent(random, company, random.pick(roles), season, '');
    const { title, description, tasks, learns, pay, languages, category, majors, studyLevels } = content;
    const text = [description, tasks, learns, random.pick(phrases.abouts)].map(
      (both) => `${both?.zh ?? ''}\n${both?.en ?? ''}`,
    );
    yield {
      id: `p${number}`,
      cycleId,
      companyId: `c${number % Math.max(1, Math.ceil(count / 20))}`,
      companyName: `${company.zh} ${company.en}`,
      category,
      majors,
      studyLevels,
      languages,
      skills: content.skills,
      startsOn: content.startsOn,
      endsOn: content.endsOn,
      hours: content.hours,
      workMode: content.workMode,
      zone: content.zone,
      coreHours: content.coreHours,
      overlapHours: content.overlapHours,
      pay: pay.kind === 'paid' ? pay : undefined,
      countries: content.countries,
      title: `${title.zh ?? ''} ${title.en ?? ''}`,
      text: text.join('\n'),
      publishedAt: new Date(Date.UTC(2026, 2, 1) + random.int(0, 30 * 86_400) * 1_000).toISOString(),
    };
  }
}

export function* benchStudents(count: number): Generator<StudentDocument> {
  const random = randomFrom(2);
  const person = people(random, 0.3);
  for (let number = 0; number < count; number += 1) yield studentOf(random, person, `s${number}`);
}

function studentOf(random: Random, person: ReturnType<typeof people>, id: string): StudentDocument {
  const profile = studentProfile(
    random,
    { person: person(), city: random.pick(cities), study: random.pick(studies) },
    season,
  );
  const { residences, languages, majors, studyLevel, skills, availableFrom, availableTo } = profile;
  return {
    id,
    country: residences.at(-1)?.country ?? '',
    zones: residences.map(({ zone, from, to }) => ({
      zone,
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
    })),
    majors,
    studyLevel,
    skills,
    availableFrom,
    availableTo,
    languages,
    weeklyHours: profile.weeklyHours,
    workingHours: profile.workingHours,
    workAuthorization: profile.workAuthorization,
    interests: profile.interests,
    workModes: profile.workModes,
    text: profile.about ?? '',
  };
}
