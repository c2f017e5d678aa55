import { useResource } from '../api/use-resource.ts';
import { Bilingual } from '../components/bilingual.tsx';
import { OutsideLink } from '../components/link.tsx';
import { Empty } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { Pager } from '../components/pager.tsx';
import { Loaded } from '../components/problem.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useQuery } from '../shell/place.tsx';
import { CompanyFigures } from './company-figures.tsx';

/** The verified companies, each with the way to its internships. */
export default function Companies() {
  const t = useT('match');
  const cursor = useQuery().one('cursor');
  const companies = useResource('listPublicCompanies', {
    query: { limit: 24, ...(cursor !== undefined && { cursor }) },
  });
  const figures = useResource('listCompanyFigures', { query: { limit: 200 } });
  const about = useT('companyFigures');
  return (
    <Page title={t('companies.title')} lead={t('companies.lead')}>
      <Loaded of={companies} lines={8}>
        {({ items, next }) =>
          items.length === 0 ? (
            <Empty title={t('companies.empty')}>{t('companies.emptyBody')}</Empty>
          ) : (
            <>
              <ul class="cards">
                {items.map((company) => (
                  <li key={company.id} class="card">
                    <h2>
                      <Bilingual of={company.name} />
                    </h2>
                    <p class="muted">
                      {[company.industry && t(`companies.industries.${company.industry}`), company.district]
                        .filter(Boolean)
                        .join(' · ')}
                    </p>
                    <CompanyFigures
                      figures={figures.data?.items.find((one) => one.companyId === company.id)}
                    />
                    <p class="row">
                      <a href={`/postings?company=${company.id}`}>{t('companies.postings')}</a>
                      {company.website !== undefined && (
                        <OutsideLink href={company.website}>{t('companies.website')}</OutsideLink>
                      )}
                    </p>
                  </li>
                ))}
              </ul>
              <p class="hint">{about('about')}</p>
              <Pager next={next} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
