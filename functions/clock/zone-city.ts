/** Intl has no names of cities; the Chinese names of those where most students and companies are stand here. */
const chineseCities: Readonly<Record<string, string>> = {
  'Asia/Shanghai': '上海',
  'Asia/Hong_Kong': '香港',
  'Asia/Singapore': '新加坡',
  'Asia/Tokyo': '东京',
  'Asia/Seoul': '首尔',
  'Europe/London': '伦敦',
  'Europe/Berlin': '柏林',
  'Europe/Paris': '巴黎',
  'America/New_York': '纽约',
  'America/Chicago': '芝加哥',
  'America/Los_Angeles': '洛杉矶',
  'America/Vancouver': '温哥华',
  'America/Toronto': '多伦多',
  'Australia/Sydney': '悉尼',
  'Australia/Melbourne': '墨尔本',
};

/** What people call a zone by: `Shanghai`, `上海`. */
export const zoneCity = (zone: string, locale: string): string =>
  (locale.startsWith('zh') ? chineseCities[zone] : undefined) ??
  zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
