import { DomainError } from '../errors.ts';
import type { Unsaved } from '../table/entity.ts';
import type { Company, CompanyContent, Proposal, ProposalDecision } from './schema.ts';

export type Checked = Extract<Company, { proposed?: unknown }>;
/** Whether a coordinator has checked what a company is called. */
export const isChecked = (company: Company): company is Checked =>
  company.state === 'verified' || company.state === 'suspended';

export const proposalOf = (company: Unsaved<Company>): Proposal | undefined =>
  company.state === 'verified' || company.state === 'suspended' ? company.proposed : undefined;

type Face = Pick<CompanyContent, 'name' | 'website' | 'contact'>;
const faceOf = ({ name, website, contact }: Face): Face => ({
  name,
  contact,
  ...(website !== undefined && { website }),
});
const isSame = (one: Face, other: Face): boolean => {
  const parts = ({ name, website, contact }: Face) => [
    name.zh,
    name.en,
    website,
    contact.name,
    contact.email,
    contact.phone,
  ];
  return JSON.stringify(parts(one)) === JSON.stringify(parts(other));
};

/** What a company would look like with what it proposes. */
const faceWith = ({ content: { contact } }: Checked, proposed: Proposal): Face =>
  faceOf({ contact, ...proposed });

/**
 * A checked company with new content: another name, website or contact waits for a coordinator, all else holds at once.
 */
export const withContent = (company: Checked, content: CompanyContent, now: string): Checked => {
  const { proposed: earlier, ...rest } = company;
  if (isSame(content, company.content)) return { ...rest, content };
  const { name: _, website: __, contact: ___, ...others } = content;
  const isEarlier = earlier !== undefined && isSame(faceWith(company, earlier), content);
  return {
    ...rest,
    content: { ...others, ...faceOf(company.content) },
    proposed: { ...faceOf(content), at: isEarlier ? earlier.at : now },
  };
};

/** The company after a coordinator looked at what it wants to be called and reached at; a refusal says why. */
export const decideProposal = (company: Company, { accept, reason }: ProposalDecision): Checked => {
  if (!isChecked(company) || company.proposed === undefined)
    throw new DomainError('conflict', 'nothing_proposed', 'This company has no change to check.');
  if (!accept && reason === undefined)
    throw new DomainError('invalid', 'reason_needed', 'Say why: the company is shown the reason.', {
      fields: [{ pointer: '/reason', reason: 'is needed for this decision' }],
    });
  const { proposed, ...rest } = company;
  if (!accept) return rest;
  const { website: _, ...content } = company.content;
  return { ...rest, content: { ...content, ...faceWith(company, proposed) } };
};
