import type { Announcement, Announcer } from '../notice/announcement.ts';
import { certificates } from './store.ts';

const words: Readonly<Record<string, Announcement['words']>> = {
  'certificate.eligible': {
    zh: {
      subject: '实习已完成，请核对证书信息',
      text: '你的实习已完成。请核对证书上的姓名和内容，确认后立即签发。',
    },
    en: {
      subject: 'Check the details of your certificate',
      text: 'Your internship is complete. Check the name and details; the certificate is issued once you confirm.',
    },
  },
  'certificate.reminded': {
    zh: {
      subject: '证书还没有签发：请核对信息',
      text: '你的实习已完成，证书信息还没有确认。核对姓名和内容并确认后，证书立即签发。',
    },
    en: {
      subject: 'Your certificate is waiting for you to check its details',
      text: 'You have not confirmed the name and details yet. The certificate is issued once you do.',
    },
  },
  'certificate.names_corrected': {
    zh: {
      subject: '证书上的姓名已更正',
      text: '协调员更正了可写在证书上的姓名。请核对并确认，确认后立即签发。',
    },
    en: {
      subject: 'The names for your certificate were corrected',
      text: 'A coordinator corrected them. Check the details; the certificate is issued once you confirm.',
    },
  },
  'certificate.issued': {
    zh: { subject: '实习证书已签发', text: '你可以下载、打印证书，或把查验链接发给别人。' },
    en: {
      subject: 'Your internship certificate is issued',
      text: 'You can download it, print it, or share the link that lets others check it.',
    },
  },
  'certificate.revoked': {
    zh: {
      subject: '实习证书已撤销',
      text: '查验这张证书的人会看到它已撤销。原因见下。如有异议，请联系协调员。',
    },
    en: {
      subject: 'Your certificate was revoked',
      text: 'Anyone who checks it sees that it was revoked. The reason is below. If you disagree, ask a coordinator.',
    },
  },
};

export const certificateAnnouncer: Announcer = {
  kind: 'CERTIFICATE',
  actions: Object.keys(words),
  announce: async (_deps, item, action) => {
    const certificate = certificates.parse(item);
    const told = words[action];
    return told
      ? [
          {
            to: { kind: 'student', studentId: certificate.studentId },
            words: told,
            about: certificate.internship.posting,
            reason: action === 'certificate.revoked' ? item.stamp.reason : undefined,
            path: '/student/certificate',
            ...(action === 'certificate.reminded' && { topic: 'reminder' as const }),
          },
        ]
      : [];
  },
};
