import { isCategory, categoryNames } from '../taxonomy/categories.ts';
import { isMajor, majorNames } from '../taxonomy/majors.ts';
import { isSkill, skillNames } from '../taxonomy/skills.ts';
import type { PostingDocument, StudentDocument } from './document.ts';
import { familyToken, rolesIn, roleToken } from './roles.ts';
import { runsOf } from './runs.ts';
import { MOST_REPEATS, type FieldTokens } from './text-query.ts';
import { longTextTokens, pieces, tokens } from './tokens.ts';

/**
 * What a text query searches in a document. Slugs stand there by their names in both languages, so that a query in
 * one finds a document in the other.
 */
export interface Text {
  readonly title: string;
  /** Where roles are looked for. */
  readonly roles: string;
  readonly text: string;
}

export function postingText({ title, companyName, category, majors, skills, text }: PostingDocument): Text {
  const slugs = [category, ...majors, ...skills.required, ...skills.preferred];
  const roles = `${title}\n${named(category)}`;
  return { title, roles, text: [companyName, ...slugs.map(named), text].join('\n') };
}

export function studentText({ majors, skills, interests, text }: StudentDocument): Text {
  const own = [...interests.map(named), text].join('\n');
  return { title: '', roles: own, text: [...[...majors, ...skills].map(named), own].join('\n') };
}

export function fieldTokens({ title, roles, text }: Text): FieldTokens {
  const found = rolesIn(roles).map(({ role }) => role);
  return {
    title: limited(tokens(title)),
    pieces: limited(runsOf(title).flatMap((run) => pieces(run.text))),
    roles: limited(
      found.flatMap((role) =>
        role.sort === 'work' ? [roleToken(role), familyToken(role)] : [roleToken(role)],
      ),
    ),
    text: limited(longTextTokens(text)),
  };
}

/** Without the repeats of a token past the first `MOST_REPEATS`. */
function limited(list: readonly string[]): readonly string[] {
  if (list.length <= MOST_REPEATS) return list;
  const counts = new Map<string, number>();
  return list.filter((token) => {
    const count = (counts.get(token) ?? 0) + 1;
    counts.set(token, count);
    return count <= MOST_REPEATS;
  });
}

function named(slug: string): string {
  const names = isCategory(slug)
    ? categoryNames[slug]
    : isMajor(slug)
      ? majorNames[slug]
      : isSkill(slug)
        ? skillNames[slug]
        : undefined;
  return names === undefined ? slug : names.zh === names.en ? names.en : `${names.zh} ${names.en}`;
}
