import { describe, expect, it } from 'vitest';
import {
  categories,
  categoryMajors,
  isCategory,
  isRelatedMajor,
} from '../../../matching/taxonomy/categories.ts';
import { isMajor, majors, majorSlugs } from '../../../matching/taxonomy/majors.ts';
import { isSkill, skillNames, skills } from '../../../matching/taxonomy/skills.ts';

describe('the taxonomy', () => {
  it('has 14 categories, 36 majors and enough skills for each category', () => {
    expect(categories).toHaveLength(14);
    expect(majors).toHaveLength(36);
    for (const { slug } of categories) {
      expect(skills.filter((skill) => skill.categories.includes(slug)).length).toBeGreaterThanOrEqual(10);
      expect(categoryMajors[slug].length).toBeGreaterThanOrEqual(5);
    }
  });

  it('has clean slugs, and names in both languages, each used once', () => {
    for (const list of [categories, majors, skills]) {
      for (const { slug, zh, en } of list) {
        expect(slug).toMatch(/^[a-z0-9-]+$/);
        expect([zh, en]).not.toContain('');
      }
      expect(new Set(list.map(({ zh }) => zh)).size).toBe(list.length);
      expect(new Set(list.map(({ en }) => en)).size).toBe(list.length);
    }
    // a slug stands for one thing, so that the names of a document's slugs are never in doubt
    const slugs = [...categories, ...majors].map(({ slug }): string => slug);
    expect(new Set(slugs).size).toBe(slugs.length);
  });

  it('names only categories that exist in its skills', () => {
    for (const [slug, { categories: named }] of Object.entries(skillNames)) {
      const unknown = named.filter((name) => !isCategory(name));
      expect({ slug, unknown }).toEqual({ slug, unknown: [] });
      expect({ slug, different: new Set(named).size }).toEqual({ slug, different: named.length });
    }
  });

  it('relates each major to some category', () => {
    const related = Object.values(categoryMajors).flat();
    expect(majorSlugs.filter((slug) => !related.some((other) => other === slug))).toEqual([]);
    expect(isRelatedMajor('software-dev', 'computer-science')).toBe(true);
    expect(isRelatedMajor('software-dev', 'law')).toBe(false);
    expect(isRelatedMajor('no-such', 'law')).toBe(false);
  });

  it('knows slugs from other text, names of Object.prototype included', () => {
    expect([isCategory('product'), isMajor('law'), isSkill('sql')]).toEqual([true, true, true]);
    for (const text of ['constructor', '__proto__', 'Product', '']) {
      expect([isCategory(text), isMajor(text), isSkill(text)]).toEqual([false, false, false]);
    }
  });
});
