import { Bilingual } from '../components/bilingual.tsx';
import { FactList } from '../components/facts.tsx';
import { OutsideLink } from '../components/link.tsx';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import type { CompanyDraft } from './company-values.ts';

/** All that a company says of itself, to read. */
export function CompanyFacts(props: { content: CompanyDraft }) {
  const t = useT('company');
  const f = useFormat();
  const { registration, name, about, contact, ...content } = props.content;
  return (
    <FactList
      of={[
        [t('profile.legalName'), content.legalName],
        [t('profile.name'), [name?.zh, name?.en].filter(Boolean).join(' / ')],
        [
          t('registration.title'),
          registration && (
            <>
              <code>{registration.kind === 'cn' ? registration.code : registration.number}</code>
              {registration.kind === 'foreign' && ` (${f.country(registration.country)})`}
            </>
          ),
        ],
        [t('profile.district'), content.district],
        [t('profile.industry'), content.industry && t(`industries.${content.industry}`)],
        [t('profile.size'), content.size && t('profile.people', { size: content.size.replace('-', '–') })],
        [
          t('profile.website'),
          content.website && <OutsideLink href={content.website}>{content.website}</OutsideLink>,
        ],
        [t('profile.contact'), contact?.name],
        [t('profile.contactEmail'), contact && <a href={`mailto:${contact.email}`}>{contact.email}</a>],
        [t('profile.contactPhone'), contact?.phone],
        [t('profile.about'), about && <Bilingual of={about} block />],
        [t('profile.evidence'), content.evidence],
      ]}
    />
  );
}
