import { DomainError } from '../errors.ts';
import type { Unsaved } from '../table/entity.ts';
import type { Company, CompanyContent, Proposal, ProposalDecision } from './schema.ts';

export type Checked = Extract<Company, { proposed?: unknown }>;
/** Whether a coordinator has checked what a company is called. */
export const isChecked = (company: Company): company is Checked =>
  company.state === 'verified' || company.state === 'suspended';

export const proposalOf = (company: Unsaved<Company>): Proposal | undefined =>
  company.state === 'verified' || company.state === 'suspended' ? company.proposed : undefined;

const shownAs = ({ name, website }: Pick<CompanyContent, 'name' | 'website'>): string =>
  JSON.stringify([name.zh, name.en, website]);

/** A checked company with new content: another name or website waits for a coordinator, all else holds at once. */
export const withContent = (company: Checked, content: CompanyContent, now: string): Checked => {
  const { proposed: earlier, ...rest } = company;
  const { name, website, ...others } = content;
  if (shownAs(content) === shownAs(company.content)) return { ...rest, content };
  const { name: checkedName, website: checkedWebsite } = company.content;
  const at = earlier && shownAs(earlier) === shownAs(content) ? earlier.at : now;
  return {
    ...rest,
    content: {
      ...others,
      name: checkedName,
      ...(checkedWebsite !== undefined && { website: checkedWebsite }),
    },
    proposed: { name, ...(website !== undefined && { website }), at },
  };
};

/** The company after a coordinator looked at what it wants to be called; a refusal says why. */
export const decideProposal = (company: Company, { accept, reason }: ProposalDecision): Checked => {
  if (!isChecked(company) || company.proposed === undefined)
    throw new DomainError(
      'conflict',
      'nothing_proposed',
      'This company has no change that waits for a check.',
    );
  if (!accept && reason === undefined)
    throw new DomainError('invalid', 'reason_needed', 'Say why: the company is shown the reason.', {
      fields: [{ pointer: '/reason', reason: 'is needed for this decision' }],
    });
  const { proposed, ...rest } = company;
  if (!accept) return rest;
  const { website: _, ...content } = company.content;
  const { name, website } = proposed;
  return { ...rest, content: { ...content, name, ...(website !== undefined && { website }) } };
};
