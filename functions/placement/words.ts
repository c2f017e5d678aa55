import type { Announcement } from '../notice/announcement.ts';

type Words = Announcement['words'];

export const placementWords: Readonly<Record<string, Words>> = {
  'placement.confirmed': {
    zh: { subject: '实习已确认', text: '请在第一天之前完成入职清单：协议、导师、设备和首次会议。' },
    en: {
      subject: 'The internship is confirmed',
      text: 'Complete the checklist before the first day: agreement, mentor, equipment, first meeting.',
    },
  },
  'placement.onboarding': {
    zh: { subject: '入职准备开始', text: '距第一天不到三周。请查看清单上还有哪些未完成。' },
    en: {
      subject: 'Onboarding begins',
      text: 'The first day is less than three weeks away. See what is still to do on the checklist.',
    },
  },
  'placement.active': {
    zh: { subject: '实习开始', text: '今天是第一天。第二周会请双方反馈进展如何。' },
    en: {
      subject: 'The internship begins',
      text: 'Today is the first day. In the second week, we ask both sides how it is going.',
    },
  },
  'placement.check_in_asked': {
    zh: { subject: '第二周：进展如何', text: '请打分并写几句话。只有协调员会读到。' },
    en: {
      subject: 'Week 2: how is it going?',
      text: 'Give a mark and a few words. Only the coordinators read them.',
    },
  },
  'placement.extension_asked': {
    zh: { subject: '有人提议延长实习', text: '双方和协调员都同意后，新的结束日期才生效。' },
    en: {
      subject: 'A longer internship is proposed',
      text: 'The new last day counts once both sides and a coordinator have agreed.',
    },
  },
  'placement.extension_refused': {
    zh: { subject: '实习不延长', text: '结束日期不变。' },
    en: { subject: 'The internship is not extended', text: 'The last day stays as it was.' },
  },
  'placement.extended': {
    zh: { subject: '实习已延长', text: '新的结束日期已生效，期末评价随之顺延。' },
    en: {
      subject: 'The internship is extended',
      text: 'The new last day counts, and the final evaluations move with it.',
    },
  },
  'placement.completed': {
    zh: { subject: '实习已完成', text: '双方的期末评价都已提交。' },
    en: { subject: 'The internship is completed', text: 'Both final evaluations are in.' },
  },
  'placement.terminated': {
    zh: { subject: '实习提前结束', text: '原因见下。未写的评价不用再写。' },
    en: {
      subject: 'The internship ended early',
      text: 'The reason is below. Evaluations not yet written are no longer needed.',
    },
  },
  'placement.mentor': {
    zh: { subject: '企业指定了你的导师', text: '姓名和邮箱在实习页面上。' },
    en: {
      subject: 'The company named your mentor',
      text: 'The name and email address are on your internship page.',
    },
  },
  'placement.first_meeting': {
    zh: { subject: '首次会议的时间定了', text: '时间（你的时区和团队时区）和地点在实习页面上。' },
    en: {
      subject: 'Your first meeting has a time',
      text: 'The time, in your zone and the team’s, and the place are on your internship page.',
    },
  },
};

export const agreementWords = {
  changed: {
    zh: { subject: '实习协议有新版本', text: '请阅读并确认。之前的确认已失效。' },
    en: {
      subject: 'The agreement has a new version',
      text: 'Read it and confirm it. Earlier confirmations no longer count.',
    },
  },
  yourTurn: {
    zh: { subject: '对方已确认实习协议', text: '请阅读最后一版并确认。' },
    en: {
      subject: 'The other side confirmed the agreement',
      text: 'Read the latest version and confirm it.',
    },
  },
  agreed: {
    zh: { subject: '双方已确认实习协议', text: '这一版协议生效。' },
    en: { subject: 'Both sides confirmed the agreement', text: 'This version counts.' },
  },
} as const satisfies Record<string, Words>;
