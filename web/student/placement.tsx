import { useResource } from '../api/use-resource.ts';
import { useBilingual } from '../components/bilingual.tsx';
import { ButtonLink } from '../components/link.tsx';
import { Empty } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { Loaded } from '../components/problem.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { Internship } from '../internship/internship.tsx';

/** The student's internships, the latest open. */
export default function PlacementPage() {
  const t = useT('internship');
  const say = useBilingual();
  const list = useResource('listMyPlacements');
  const title = list.data?.items[0]?.title;
  return (
    <Page title={title === undefined ? t('title') : say(title)} lead={t('lead')} narrow>
      <Loaded of={list} lines={10}>
        {({ items }) => {
          const [latest, ...earlier] = items;
          if (latest === undefined)
            return (
              <Empty
                title={t('none')}
                action={<ButtonLink href="/student/result">{t('toResult')}</ButtonLink>}
              >
                {t('noneBody')}
              </Empty>
            );
          const put = (changed: typeof latest) =>
            list.set({ items: items.map((one) => (one.id === changed.id ? changed : one)) });
          return (
            <>
              <Internship placement={latest} reader="student" onChanged={put} />
              {earlier.length > 0 && <h2>{t('earlier')}</h2>}
              {earlier.map((one) => (
                <details key={one.id}>
                  <summary>
                    {say(one.title)} · {say(one.companyName)}
                  </summary>
                  <Internship placement={one} reader="student" onChanged={put} />
                </details>
              ))}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
