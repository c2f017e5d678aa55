import { describe, expect, it } from 'vitest';
import { move } from '../../web/components/order.ts';
import { sectionOf, sections } from '../../web/routes.ts';
import { currentItem, navigation } from '../../web/shell/navigation.ts';
import { match } from '../../web/shell/route.ts';

describe('routes', () => {
  it('match whole paths and decode their parameters', () => {
    expect(match('/postings/:id', '/postings/a%20b/')).toEqual({ id: 'a b' });
    expect(match('/postings/:id', '/postings')).toBeUndefined();
    expect(match('/postings/:id', '/postings/%E0%A4%A')).toBeUndefined();
  });
  it('belong to the section that their prefix names, not one that only looks like it', () => {
    expect(sectionOf('/student/result').role).toBe('student');
    expect(sectionOf('/students').role).toBeUndefined();
  });
  it('stand below their section’s prefix, each once', async () => {
    for (const section of sections) {
      const { default: routes } = await section.routes();
      for (const { path } of routes) expect([path, sectionOf(path).prefix]).toEqual([path, section.prefix]);
      expect(new Set(routes.map(({ path }) => path)).size).toBe(routes.length);
    }
  });
  it('mark the item of the menu they belong to', () => {
    expect(currentItem(navigation.company, '/company/postings/pos_1/edit')?.href).toBe('/company/postings');
    expect(currentItem(navigation.company, '/company')?.href).toBe('/company');
    expect(currentItem(navigation.student, '/student/evaluations/eva_1')?.href).toBe('/student/placement');
    expect(currentItem(navigation.student, '/student/data')?.href).toBe('/student/profile');
    expect(currentItem(navigation.student, '/companies')).toBeUndefined();
  });
});

describe('ordering choices', () => {
  it('moves a row and keeps the rest in order', () => {
    expect(move(['a', 'b', 'c', 'd'], 3, 1)).toEqual(['a', 'd', 'b', 'c']);
    expect(move(['a', 'b', 'c'], 0, 9)).toEqual(['b', 'c', 'a']);
    expect(move(['a', 'b'], 5, 0)).toEqual(['a', 'b']);
  });
});
