import { expect, it } from 'vitest';
import { timeInZone } from '../../../functions/clock/time-in-zones.ts';
import { zoneCity } from '../../../functions/clock/zone-city.ts';

it.each([
  ['Asia/Shanghai', '上海', 'Shanghai'],
  ['Asia/Seoul', '首尔', 'Seoul'],
  ['America/Vancouver', '温哥华', 'Vancouver'],
  ['America/Argentina/Buenos_Aires', 'Buenos Aires', 'Buenos Aires'],
  ['UTC', 'UTC', 'UTC'],
])('%s is called by a name that people use', (zone, chinese, english) => {
  expect([zoneCity(zone, 'zh-CN'), zoneCity(zone, 'en-GB')]).toEqual([chinese, english]);
});

it('a time says on whose clocks it is', () => {
  expect(timeInZone('09:00', 'Asia/Shanghai', 'en-GB')).toBe('09:00 (Shanghai time)');
  expect(timeInZone('09:00', 'Asia/Shanghai', 'zh-CN')).toBe('09:00（上海时间）');
  expect(timeInZone('09:00', 'Etc/GMT+5', 'en-GB')).toBe('09:00 (GMT-5)');
  expect(timeInZone('09:00', 'Etc/GMT+5', 'zh-CN')).toBe('09:00（GMT-5）');
});
