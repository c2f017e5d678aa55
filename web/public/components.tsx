import { Page } from '../components/page.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { BlockSamples } from './component-blocks.tsx';
import { FormSample } from './component-form.tsx';
import { MatchSamples } from './component-match.tsx';
import { StateSamples } from './component-states.tsx';

/** Every component with its states, for those who build pages and for the checks of how they look and read. */
export default function Components() {
  const t = useT('catalogue');
  return (
    <Page title={t('title')} lead={t('lead')}>
      <MatchSamples />
      <BlockSamples />
      <FormSample />
      <StateSamples />
    </Page>
  );
}
