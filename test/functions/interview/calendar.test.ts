import { describe, expect, it } from 'vitest';
import { calendarOf } from '../../../functions/interview/calendar.ts';
import { Interview } from '../../../functions/interview/schema.ts';

const booked = (more: object = {}): Interview =>
  Interview.parse({
    id: 'student-1~pos_aaaaaaaaaaaaaaaa',
    studentId: 'student-1',
    postingId: 'pos_aaaaaaaaaaaaaaaa',
    companyId: 'com_aaaaaaaaaaaaaaaa',
    cycleId: 'cyc_aaaaaaaaaaaaaaaa',
    slotId: 'slt_aaaaaaaaaaaaaaaa',
    recruiter: 'recruiter-1',
    start: '2026-04-20T01:00:00.000Z',
    end: '2026-04-20T01:30:00.000Z',
    zone: 'Asia/Shanghai',
    place: { kind: 'link', url: 'https://meet.example/room-1' },
    sequence: 2,
    changedAt: '2026-04-01T00:00:00.000Z',
    state: 'booked',
    version: 3,
    ...more,
  });
const facts = {
  reader: 'student',
  site: 'https://internships.example',
  title: { zh: '数据分析实习生', en: 'Data Analyst Intern' },
  company: { zh: '样例科技', en: 'Sample Technology' },
  student: '林晓雨',
} as const;

/** The properties of a file by the rules of RFC 5545 alone: lines end with CRLF, a space or tab goes on. */
const propertiesOf = (file: string): [name: string, value: string][] => {
  expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n\u0000-\u0008\u000b-\u001f\u007f]/);
  for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(Buffer.from(file).toString()).toBe(file);
  const lines = file
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter(Boolean);
  return lines.map((line) => {
    const parts = /^([A-Z-]+)(?:;[A-Z-]+=(?:"[^"]*"|[^";:,]*))*:(.*)$/su.exec(line);
    expect({ line, parts }).not.toMatchObject({ parts: null });
    return [parts?.[1] ?? '', parts?.[2] ?? ''];
  });
};
const valueOf = (file: string, name: string) => propertiesOf(file).find(([one]) => one === name)?.[1];
const unescaped = (value = '') =>
  value.replaceAll(/\\(.)/gsu, (_, char: string) => (char.toLowerCase() === 'n' ? '\n' : char));
const names = (file: string) => propertiesOf(file).map(([name]) => name);
const usual = names(calendarOf(booked(), facts));

describe('a calendar file', () => {
  it('says when, what and where, for either side', () => {
    const file = calendarOf(booked(), facts);
    expect(Object.fromEntries(propertiesOf(file))).toMatchObject({
      METHOD: 'PUBLISH',
      UID: 'student-1~pos_aaaaaaaaaaaaaaaa@internships.example',
      SEQUENCE: '2',
      DTSTAMP: '20260401T000000Z',
      DTSTART: '20260420T010000Z',
      DTEND: '20260420T013000Z',
      STATUS: 'CONFIRMED',
      LOCATION: 'https://meet.example/room-1',
    });
    expect(unescaped(valueOf(file, 'SUMMARY'))).toBe(
      '面试 / Interview: 数据分析实习生 / Data Analyst Intern · 样例科技 / Sample Technology',
    );
    const companys = calendarOf(booked(), { ...facts, reader: 'company' });
    expect(valueOf(companys, 'SUMMARY')).toContain('林晓雨');
    expect(valueOf(companys, 'URL')).toBe(
      'https://internships.example/company/postings/pos_aaaaaaaaaaaaaaaa/interviews',
    );
    expect(valueOf(companys, 'UID')).toBe(valueOf(file, 'UID'));
  });

  it('takes an event that was called off out of the calendar', () => {
    const off = calendarOf(booked({ state: 'cancelled', by: 'company', sequence: 3 }), facts);
    expect(Object.fromEntries(propertiesOf(off))).toMatchObject({
      METHOD: 'CANCEL',
      STATUS: 'CANCELLED',
      SEQUENCE: '3',
      UID: 'student-1~pos_aaaaaaaaaaaaaaaa@internships.example',
    });
  });

  it.each([
    ['Chinese', '数据分析'.repeat(75)],
    ['300 characters', 'x'.repeat(300)],
    ['Arabic, right to left', '‏محلل بيانات‏ متدرب'.repeat(12)],
    ['Devanagari', 'डेटा विश्लेषक '.repeat(20).trim()],
    ['Thai', 'นักวิเคราะห์ข้อมูล'.repeat(16)],
    ['Cyrillic', 'Аналитик данных '.repeat(18).trim()],
    ['people of several code points', '👩‍👩‍👧‍👧'.repeat(27)],
    ['zero-width marks', 'a\u200b\u200c\u200d\ufeffb'.repeat(60)],
    ['letters with marks of their own', 'e\u0301\u0323'.repeat(100)],
    ['all that is escaped', 'a;b,c\\d\\n"e:f'.repeat(20)],
  ])('holds a title in %s whole', (_what, title) => {
    const file = calendarOf(booked(), {
      ...facts,
      title: { zh: title },
      company: { zh: title },
      student: title,
    });
    expect(names(file)).toEqual(usual);
    expect(unescaped(valueOf(file, 'SUMMARY'))).toBe(`面试 / Interview: ${title} · ${title}`);
  });

  it.each([
    'x\r\nATTENDEE:mailto:evil@example.com',
    'x\nEND:VEVENT\nBEGIN:VEVENT',
    'x\rX-EVIL:1',
    'x\u0085X-EVIL:1',
    'x\u2028X-EVIL:1',
    '";X-EVIL=1:mailto:evil@example.com',
    '\\"\\n:mailto:evil@example.com',
    'x\ud800',
    'x\u0000\u0007',
  ])('gets no line from %j', (hostile) => {
    const place = { kind: 'words' as const, words: hostile };
    const file = calendarOf(
      { ...booked(), place },
      { ...facts, title: { zh: hostile }, company: { zh: hostile }, student: hostile },
    );
    expect(names(file)).toEqual(usual);
  });
});
