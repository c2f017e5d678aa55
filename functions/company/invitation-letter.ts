import type { Announcement, Announcer, Language } from '../notice/announcement.ts';
import { publicCompany, findCompany } from './store.ts';
import { findInvitation } from './invitations.ts';
import { findRecruiter, recruiters } from './recruiters.ts';
import { mayInvite } from './rules.ts';
import type { PublicCompany } from './schema.ts';

/** Where an invitation is answered; who has no account comes back there after making one. */
const path = '/company/team';

const words: Announcement['words'] = {
  zh: { subject: '邀请你加入企业团队', text: '在“团队”页面可以接受或谢绝。' },
  en: { subject: 'You are invited to a company', text: 'Accept or decline under “Team”.' },
};

const called = ({ name }: PublicCompany, lang: Language): string => name[lang] ?? name.zh ?? name.en ?? '';

/**
 * To an address of which no language is known, nor whether anybody has an account with it: it says the same to all, in
 * both languages.
 */
const letterFrom = (company: PublicCompany, site: string): { subject: string; text: string } => {
  const [zh, en] = [called(company, 'zh'), called(company, 'en')];
  return {
    subject: `${zh}邀请你加入团队 / ${en} invites you to its team`,
    text: [
      `${zh}邀请你加入团队，一起管理岗位和申请。请用这个邮箱注册企业账号或登录，然后接受或谢绝：`,
      `${site}${path}`,
      '不认识这家企业？不用理会这封邮件。',
      '',
      `${en} invites you to its team, to work on its internships and applications. Create a company account with this address, or sign in, then accept or decline:`,
      `${site}${path}`,
      'You do not know this company? Ignore this email.',
    ].join('\n'),
  };
};

/** Whoever is invited is told: in their inbox if they act for another company, else by a letter to the address alone. */
export const invitationAnnouncer: Announcer = {
  kind: 'RECRUITER',
  actions: ['recruiter.invite'],
  announce: async ({ table, mail, site }, item) => {
    const { email, companyId, invitedAt, askedSince } = recruiters.parse(item);
    const [waiting, company, acting] = await Promise.all([
      findInvitation(table, { email, companyId }),
      findCompany(table, companyId),
      findRecruiter(table, email),
    ]);
    // Taken back, or answered, before anybody was told.
    if (waiting?.invitedAt !== invitedAt || company === undefined || !mayInvite(company)) return [];
    const inviting = publicCompany(company);
    // Inviting again and again writes to nobody again and again.
    const since = askedSince ?? invitedAt;
    if (acting !== undefined) {
      const to = { kind: 'recruiter', email: acting.email, companyId: acting.companyId } as const;
      return [{ to, words, about: inviting.name, path, at: since }];
    }
    const id = `invitation#${companyId}#${email}#${since}`;
    await mail.send({ id, to: email, ...letterFrom(inviting, site), sentAt: item.stamp.at });
    return [];
  },
};
