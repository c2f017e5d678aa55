import { describe, expect, it } from 'vitest';
import company from '../../web/i18n/zh/company.ts';
import coordinator from '../../web/i18n/zh/coordinator.ts';
import desk from '../../web/i18n/zh/desk.ts';
import notices from '../../web/i18n/zh/notices.ts';

describe.each(Object.entries({ company, coordinator, notices, desk }))(
  'the Chinese words of the %s pages',
  (_, words) => {
    const texts = JSON.stringify(words).match(/"[^"]*[\u4e00-\u9fff][^"]*"/g) ?? [];
    it('use full-width punctuation in running text', () => {
      expect(texts.length).toBeGreaterThan(40);
      expect(
        texts.filter((text) => /[\u4e00-\u9fff}][,;:?!(]|[,;:?!)][\u4e00-\u9fff]|\.\.\.|！/.test(text)),
      ).toEqual([]);
    });
    it('put no space between Chinese characters', () => {
      expect(texts.filter((text) => /[\u4e00-\u9fff，。：；]\s[\u4e00-\u9fff]/.test(text))).toEqual([]);
    });
  },
);
