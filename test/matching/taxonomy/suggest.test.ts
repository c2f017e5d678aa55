import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suggestCategory } from '../../../matching/taxonomy/suggest.ts';

describe('suggestCategory', () => {
  it.each([
    // from a public list of internships of summer 2024
    ['Software Engineering Intern - Undergraduate', 'software-dev'],
    ['Front-End Software Developer Intern - Vue.js - React.js - Css', 'software-dev'],
    ['Intern – CSO Data Analyst - Spring 2024 & Summer 2024', 'data-ai'],
    ['Product Manager Intern', 'product'],
    ['Product Design Intern', 'design-ux'],
    ['Global Product Marketing Intern', 'marketing-brand'],
    ['Quantitative Research Analyst Internship', 'finance-investment'],
    ['Summer 2024 Internship - Financial Analyst', 'finance-investment'],
    ['Internship/Co-op - Civil Engineering - Summer 2024 Term', 'engineering-life-rd'],
    ['Sales Engineering – Intern', 'bd-international'],
    ['Undergraduate Intern - Global Supply Chain Transport and Logistics', 'operations-growth'],
    // from a public set of Chinese job titles
    ['java顾问', 'software-dev'],
    ['网络应用程序程序员', 'software-dev'],
    ['薪资会计', 'accounting-audit-tax'],
    ['法务部实习生', 'legal-compliance-ip'],
    ['人力资源招聘协调员', 'hr-admin'],
    ['市场研究分析师', 'consulting-research'],
    ['社交媒体专家', 'content-new-media'],
    ['翻译协调员', 'bd-international'],
    ['硬件设计工程师', 'engineering-life-rd'],
    // both languages
    ['数据分析实习生 Data Analyst Intern', 'data-ai'],
    ['Marketing 市场实习生', 'marketing-brand'],
    ['UI设计实习生', 'design-ux'],
  ])('reads %s', (title, category) => {
    const suggestion = suggestCategory(title);
    expect(suggestion?.category).toBe(category);
    expect(suggestion?.confidence).toBeGreaterThan(0.3);
  });

  it.each(['', 'Intern', '2024 Internship', '厨师长', '警官', '地区经理', '行政总厨'])(
    'says nothing of "%s"',
    (title) => {
      expect(suggestCategory(title)).toBeUndefined();
    },
  );

  it('is less sure when a title speaks of two categories', () => {
    const plain = suggestCategory('Software Engineer')?.confidence ?? 0;
    expect(suggestCategory('Software Engineer, Trading')?.confidence).toBeLessThan(plain);
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => {
        const confidence = suggestCategory(title)?.confidence ?? 1;
        expect(confidence > 0 && confidence <= 1).toBe(true);
      }),
    );
  });
});
