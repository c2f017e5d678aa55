import type { ComponentType } from 'preact';
import { useLocation } from '../shell/location.tsx';
import { useClient } from '../api/context.ts';
import { orNoPage } from '../api/no-page.ts';
import { useAction } from '../api/use-action.ts';
import { useResource } from '../api/use-resource.ts';
import { useBilingual } from '../components/bilingual.tsx';
import { Notice } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { Fresh } from '../components/fresh.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useParam } from '../shell/place.tsx';
import { SavingContext } from './saving.ts';
import { BasicsSection, TextSection } from './section-text.tsx';
import { NeedsSection } from './section-needs.tsx';
import { QuestionsSection, SeatsSection } from './section-seats.tsx';
import { TermsSection } from './section-terms.tsx';
import { TimeSection } from './section-time.tsx';
import { isOpen, sectionNames } from './sections.ts';
import type { Patch, Posting, SectionName, SectionProps } from './sections.ts';

const forms: Record<SectionName, ComponentType<SectionProps>> = {
  basics: BasicsSection,
  text: TextSection,
  needs: NeedsSection,
  time: TimeSection,
  terms: TermsSection,
  seats: SeatsSection,
  questions: QuestionsSection,
};

function Edit(props: { posting: Posting; section: SectionName }) {
  const t = useT('company');
  const call = useClient();
  const { route } = useLocation();
  const { posting, section } = props;
  const save = useAction((patch: Patch, reason?: string) =>
    call('updatePosting', {
      params: { postingId: posting.id },
      body: { content: { ...posting.content, ...patch }, reason },
      ifMatch: posting.version,
    }),
  );
  const Section = forms[section];
  if (!isOpen(section, posting.state)) return <Notice tone="info">{t('posting.partlyFixed')}</Notice>;
  return (
    <SavingContext.Provider value={{ pending: save.pending, problem: save.problem }}>
      <Section
        content={posting.content}
        save={(patch, reason) =>
          void save
            .run(patch, reason)
            .then((saved) => saved !== undefined && route(`/company/postings/${posting.id}`))
        }
      />
    </SavingContext.Provider>
  );
}

export default function EditPosting() {
  const t = useT('company');
  const say = useBilingual();
  const postingId = useParam('postingId');
  const asked = useParam('section');
  const section = sectionNames.find((name) => name === asked) ?? 'basics';
  const posting = orNoPage(useResource('getPosting', { params: { postingId } }));
  return (
    <Page
      title={t(`sections.${section}`)}
      lead={t(`sections.${section}Hint`)}
      back={{
        href: `/company/postings/${postingId}`,
        ...(posting.data !== undefined && { label: say(posting.data.content.title) }),
      }}
      narrow
    >
      <Fresh of={posting} lines={8}>
        {(data) => <Edit key={data.version} posting={data} section={section} />}
      </Fresh>
    </Page>
  );
}
