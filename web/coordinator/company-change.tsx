import { useClient } from '../api/context.ts';
import type { Result } from '../api/types.ts';
import { FactList } from '../components/facts.tsx';
import { Panel } from '../components/page.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { Decide } from './decide.tsx';

type Company = Result<'getCompany'>;
type Face = Pick<Company['content'], 'name' | 'website' | 'contact'>;

/** What a verified company wants to be called and reached at, beside what holds until a coordinator has checked it. */
export function CompanyChange(props: { company: Company; set: (company: Company) => void }) {
  const t = useT('coordinator');
  const call = useClient();
  const { company } = props;
  const proposed = 'proposed' in company ? company.proposed : undefined;
  if (proposed === undefined) return null;
  const shown = ({ name = {}, website, contact = company.content.contact }: Face): string =>
    [name.zh, name.en, website, contact?.name, contact?.email, contact?.phone]
      .filter((part) => part !== undefined)
      .join(' · ');
  return (
    <>
      <Panel title={t('company.change.title')}>
        <p>{t('company.change.hint')}</p>
        <FactList
          of={[
            [t('company.change.now'), shown(company.content)],
            [t('company.change.becomes'), shown(proposed)],
          ]}
        />
      </Panel>
      <Decide
        possible={[
          { to: 'accept', label: t('company.change.accept'), favours: true, kind: 'primary' },
          { to: 'refuse', label: t('company.change.refuse'), favours: false, kind: 'danger' },
        ]}
        means={shown(proposed)}
        reasonHint={t('company.reasonHint')}
        move={async (to, reason) =>
          props.set(
            await call('decideCompanyChange', {
              params: { companyId: company.id },
              body: { accept: to === 'accept', reason },
              ifMatch: company.version,
            }),
          )
        }
      />
    </>
  );
}
