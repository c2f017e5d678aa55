/** Where most students and companies are: Intl calls some by the country, and some by an offset. */
const chineseCities = new Map([
  ['Asia/Shanghai', '上海'],
  ['Asia/Hong_Kong', '香港'],
  ['Asia/Singapore', '新加坡'],
  ['Asia/Tokyo', '东京'],
  ['Asia/Seoul', '首尔'],
  ['Europe/London', '伦敦'],
  ['Europe/Berlin', '柏林'],
  ['Europe/Paris', '巴黎'],
  ['America/New_York', '纽约'],
  ['America/Chicago', '芝加哥'],
  ['America/Los_Angeles', '洛杉矶'],
  ['America/Vancouver', '温哥华'],
  ['America/Toronto', '多伦多'],
  ['Australia/Sydney', '悉尼'],
  ['Australia/Melbourne', '墨尔本'],
]);

const identifierCity = (zone: string): string => zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');

/** Intl names no cities, but what it calls a zone in Chinese is a city or a country: `丹佛时间`, `瑞典时间`. */
const intlCity = (zone: string): string => {
  const format = new Intl.DateTimeFormat('zh-CN', { timeZone: zone, timeZoneName: 'shortGeneric' });
  return /\s(\S+)时间$/.exec(format.format(0))?.[1] ?? identifierCity(zone);
};

/** What people call a zone by: `Shanghai`, `上海`. */
export const zoneCity = (zone: string, locale: string): string => {
  if (!locale.startsWith('zh')) return identifierCity(zone);
  const city = chineseCities.get(zone) ?? intlCity(zone);
  chineseCities.set(zone, city);
  return city;
};

/** A time with the zone on whose clocks it is: `09:00 (Shanghai time)`. */
export const timeInZone = (time: string, zone: string, locale: string): string =>
  locale.startsWith('zh')
    ? `${time}（${zoneCity(zone, locale)}时间）`
    : `${time} (${zoneCity(zone, locale)} time)`;
