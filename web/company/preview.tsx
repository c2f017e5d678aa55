import { orNoPage } from '../api/no-page.ts';
import { useResource } from '../api/use-resource.ts';
import { Notice } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { Loaded } from '../components/problem.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useParam } from '../shell/place.tsx';
import { PostingAsSeen } from './posting-as-seen.tsx';

export default function Preview() {
  const t = useT('company');
  const postingId = useParam('postingId');
  const posting = orNoPage(useResource('getPosting', { params: { postingId } }));
  return (
    <Page title={t('preview.title')} back={{ href: `/company/postings/${postingId}` }} narrow>
      <Notice tone="info">{t('preview.lead')}</Notice>
      <Loaded of={posting} lines={8}>
        {(data) => <PostingAsSeen posting={data} />}
      </Loaded>
    </Page>
  );
}
