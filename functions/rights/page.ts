import type { PublicCompany } from '../company/schema.ts';
import type { MyData } from './schema.ts';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
/** Whatever somebody wrote is words on this page, never a part of it. */
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => escapes[sign] ?? '');

const words = {
  zh: {
    title: '我的数据',
    taken: '导出时间',
    why: {
      student: '这些数据来自你本人填写、你的申请和实习过程，用于匹配实习。',
      staff: '这些数据来自你的账号，或在你使用本系统时产生，用于项目运作和追溯由谁操作。',
    },
    keeps: {
      cycle: (until: string) => `保留到${until}，因为你参加了：`,
      surveys: (until: string) => `保留到${until}，因为你同意实习后回访。`,
      unused: (until: string) => `保留到${until}，从你最后一次使用账号算起；你还没有参加过任何周期。`,
      asked: (until: string) => `保留到${until}，因为你要求保留。`,
      staff: '数据保留到你要求删除为止。',
      none: '你还没有参加过任何周期，数据保留到你要求删除为止。',
    },
    seen: '谁看过',
    consents: '你的同意',
    history: '同意与撤回的记录',
    given: { true: '同意', false: '撤回' },
    kinds: { company: '企业', coordinator: '协调员', referrer: '推荐方' },
    looked: {
      support: '为你提供支持',
      profile: '打开了你的档案',
      application: '打开了你的申请',
      internship: '打开了你的实习记录',
      agreement: '下载了你的实习协议',
      evaluation: '打开了你的实习评价',
      workLog: '打开了你的周志',
      certificate: '查看了你的证书',
    },
    none: '无',
    held: {
      profile: '档案',
      application: '申请',
      quota: '申请次数',
      saved_posting: '收藏的岗位',
      saved_search: '保存的搜索',
      digest: '搜索的每日邮件',
      interview: '面试',
      diary: '面试日程',
      ranklist: '志愿表',
      outcome: '匹配结果',
      offer: '录用',
      release: '解除申请',
      extension: '延长时间',
      placement: '实习',
      work_log: '周志',
      evaluation: '评价',
      certificate: '证书',
      follow_up: '回访',
      referral: '推荐',
      inbox: '收件箱',
      notice: '通知',
      notice_settings: '通知设置',
      letter: '邮件',
      support_look: '协调员支持记录',
      look: '协调员查看记录',
      kept: '要求保留',
      consent: '同意记录',
      deletion: '删除请求',
      account: '账号',
      membership: '成员身份',
      invitation: '企业的邀请',
      asked: '邀请过你的企业',
      trail: '你的操作记录',
      api_key: '你创建的接口密钥',
      webhook: '你创建的通知地址',
      broadcast: '你发布的公告',
      invitation_link: '你创建的邀请链接',
    },
  },
  en: {
    title: 'My data',
    taken: 'Downloaded at',
    why: {
      student:
        'You gave us this, or it came from your applications and internship. It is used to match internships.',
      staff:
        'Your account gave us this, or it came from your work here. It runs the programme and shows who did what.',
    },
    keeps: {
      cycle: (until: string) => `Kept until ${until}, because you took part in this cycle:`,
      surveys: (until: string) => `Kept until ${until}, because you agreed to surveys after your internship.`,
      unused: (until: string) =>
        `Kept until ${until}, counted from when you last used your account, as you have not taken part in a cycle.`,
      asked: (until: string) => `Kept until ${until}, because you asked for it.`,
      staff: 'Your data is kept until you ask us to delete it.',
      none: 'You have not taken part in a cycle. Your data is kept until you ask us to delete it.',
    },
    seen: 'Who saw it',
    consents: 'What you agreed to',
    history: 'What you agreed to and withdrew over time',
    given: { true: 'agreed', false: 'withdrawn' },
    kinds: { company: 'Company', coordinator: 'Coordinator', referrer: 'Referrer' },
    looked: {
      support: 'helped you',
      profile: 'opened your profile',
      application: 'opened your application',
      internship: 'opened your internship',
      agreement: 'downloaded your agreement',
      evaluation: 'opened an evaluation of your internship',
      workLog: 'opened your weekly log',
      certificate: 'looked at your certificates',
    },
    none: 'None',
    held: {
      profile: 'Profile',
      application: 'Applications',
      quota: 'Applications used',
      saved_posting: 'Saved internships',
      saved_search: 'Saved searches',
      digest: 'Search digests',
      interview: 'Interviews',
      diary: 'Interview diary',
      ranklist: 'Rank lists',
      outcome: 'Match results',
      offer: 'Offers',
      release: 'Requests for release',
      extension: 'More time',
      placement: 'Internships',
      work_log: 'Weekly logs',
      evaluation: 'Evaluations',
      certificate: 'Certificates',
      follow_up: 'Follow-up surveys',
      referral: 'Referral',
      inbox: 'Inbox',
      notice: 'Notices',
      notice_settings: 'Notice settings',
      letter: 'Emails',
      support_look: 'When coordinators helped you',
      look: 'What coordinators looked at',
      kept: 'Asked to be kept',
      consent: 'Record of consents',
      deletion: 'Request for deletion',
      account: 'Account',
      membership: 'Who you act for',
      invitation: 'Invitations from companies',
      asked: 'Companies that invited you',
      trail: 'What you did',
      api_key: 'Keys that you made',
      webhook: 'Webhooks that you made',
      broadcast: 'Announcements that you sent',
      invitation_link: 'Invitation links that you made',
    },
  },
} as const;

type Value = MyData['held'][string][number][string];
const shown = (value: Value): string => {
  if (value === null || typeof value !== 'object') return escaped(String(value ?? '—'));
  if (Array.isArray(value)) return `<ul>${value.map((one) => `<li>${shown(one)}</li>`).join('')}</ul>`;
  const rows = Object.entries(value).map(([name, one]) => `<dt>${escaped(name)}</dt><dd>${shown(one)}</dd>`);
  return `<dl>${rows.join('')}</dl>`;
};

const listed = (lines: readonly (readonly (string | undefined)[])[], none: string): string =>
  lines.length === 0
    ? `<p>${none}</p>`
    : `<ul>${lines.map((line) => `<li>${escaped(line.filter((word) => word !== undefined).join(' · '))}</li>`).join('')}</ul>`;

/** In the language of the page where there is such a name, else in the other. */
const nameIn = (lang: 'zh' | 'en', of: PublicCompany['name']): string | undefined =>
  of[lang] ?? of.zh ?? of.en;

const keptUntil = ({ keeps, role }: MyData, lang: 'zh' | 'en'): string => {
  const say = words[lang].keeps;
  if (keeps === undefined) return role === 'student' ? say.none : say.staff;
  const { until, because, cycle } = keeps;
  return [say[because](until), cycle && nameIn(lang, cycle)].filter(Boolean).join(' ');
};

/** One file that needs no other, and in which nothing can run. */
export const dataPage = (data: MyData, lang: 'zh' | 'en'): string => {
  const say = words[lang];
  const headings = new Map(Object.entries(say.held));
  const kinds = Object.entries(data.held).map(
    ([kind, items]) =>
      `<h2>${escaped(headings.get(kind) ?? kind)}</h2>${items.map((item) => `<section>${shown(item)}</section>`).join('')}`,
  );
  return `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width"><title>${say.title}</title>
<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}section{border-top:1px solid #888}dt{font-weight:600}dd{margin:0 0 .5rem 1rem}</style>
</head><body><h1>${say.title}</h1><p>${say.why[data.role === 'student' ? 'student' : 'staff']}</p><p>${escaped(keptUntil(data, lang))}</p><p>${say.taken} ${escaped(data.takenAt)}</p>
<h2>${say.seen}</h2>${listed(
    data.seenBy.map((seen) =>
      seen.kind === 'coordinator'
        ? [say.kinds.coordinator, say.looked[seen.what], seen.at, seen.reason]
        : [say.kinds[seen.kind], seen.kind === 'company' ? nameIn(lang, seen.what) : seen.what, seen.at],
    ),
    say.none,
  )}
<h2>${say.consents}</h2>${listed(
    data.consents.map(({ to, version, at }) => [to, version, at]),
    say.none,
  )}
<h2>${say.history}</h2>${listed(
    data.consentHistory.map(({ to, given, words: version, at }) => [to, say.given[`${given}`], version, at]),
    say.none,
  )}
${kinds.join('\n')}</body></html>
`;
};
