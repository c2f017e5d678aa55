import { isCategory, categoryNames } from '../taxonomy/categories.ts';
import { isMajor, majorNames } from '../taxonomy/majors.ts';
import { isSkill, skillNames } from '../taxonomy/skills.ts';
import type { PostingDocument, StudentDocument } from './document.ts';

/**
 * What a text query searches in a posting. The title counts twice; slugs stand there by their names in both
 * languages, so that a query in one finds a posting in the other.
 */
export function postingText(posting: PostingDocument): string {
  const { title, companyName, category, majors, skills, text } = posting;
  const slugs = [category, ...majors, ...skills.required, ...skills.preferred];
  return [title, title, companyName, ...slugs.map(named), text].join('\n');
}

export function studentText({ majors, skills, interests, text }: StudentDocument): string {
  return [...[...majors, ...skills, ...interests].map(named), text].join('\n');
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
