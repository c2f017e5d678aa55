import type { Result } from '../api/types.ts';
import { useResource } from '../api/use-resource.ts';
import { Bilingual } from '../components/bilingual.tsx';
import { Panel } from '../components/page.tsx';
import { useNames } from '../components/taxonomy.ts';
import { useFormat, useT } from '../i18n/use-lang.tsx';

type Similar = Result<'listSimilarPostings'>['items'][number];

/** What a posting has in common with the one on the page, in a sentence. */
function useLikeness(): (similar: Similar) => string {
  const t = useT('posting');
  const f = useFormat();
  const names = useNames();
  return ({ likeness: { sameCategory, skills, sameWords }, posting: { content } }) => {
    const reasons = [
      ...(sameCategory && content.category !== undefined
        ? [t('similar.category', { name: names.category(content.category) })]
        : []),
      ...(skills.length > 0
        ? [t('similar.skills', { skills: f.list(skills.slice(0, 3).map(names.skill)), count: skills.length })]
        : []),
      ...(sameWords ? [t('similar.words')] : []),
    ];
    return t('similar.because', { reasons: reasons.join(t('similar.join')) });
  };
}

/** Other postings that are like this one; nothing while there are none. */
export function SimilarPostings(props: { postingId: string }) {
  const t = useT('posting');
  const say = useLikeness();
  const items =
    useResource('listSimilarPostings', { params: { postingId: props.postingId } }).data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Panel title={t('similar.title')} plain>
      <ul class="similar">
        {items.map((similar) => (
          <li key={similar.posting.id}>
            <h3>
              <a href={`/postings/${similar.posting.id}`}>
                <Bilingual of={similar.posting.content.title} />
              </a>
            </h3>
            <p>
              <Bilingual of={similar.posting.company.name} />
            </p>
            <p class="hint">{say(similar)}</p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
