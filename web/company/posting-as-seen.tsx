import type { Result } from '../api/types.ts';
import { Bilingual } from '../components/bilingual.tsx';
import { Icon } from '../components/icon.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { PostingFacts } from '../public/posting-facts.tsx';

/** A posting with everything that students read of it; needs the `posting` dictionary. */
export function PostingAsSeen(props: { posting: Result<'getPosting'> }) {
  const t = useT('posting');
  const words = useT('company');
  const { content, company } = props.posting;
  const { description, tasks, learns, questions } = content;
  return (
    <article class="as-seen stack">
      <h2>
        <Bilingual of={content.title} />
      </h2>
      <p>
        <Bilingual of={company.name} />{' '}
        {company.verified && (
          <span class="muted">
            <Icon name="check" /> {t('one.verified')}
          </span>
        )}
      </p>
      {description !== undefined && (
        <section class="stack">
          <h3>{t('one.description')}</h3>
          <Bilingual of={description} block />
        </section>
      )}
      {tasks !== undefined && (
        <section class="stack">
          <h3>{t('one.tasks')}</h3>
          <Bilingual of={tasks} block />
        </section>
      )}
      {learns !== undefined && (
        <section class="stack">
          <h3>{t('one.learns')}</h3>
          <Bilingual of={learns} block />
        </section>
      )}
      <h3>{t('facts.title')}</h3>
      <PostingFacts posting={props.posting} />
      {questions !== undefined && questions.length > 0 && (
        <section class="stack">
          <h3>{words('preview.questions')}</h3>
          <ol>
            {questions.map((question, index) => (
              <li key={index}>
                <Bilingual of={question} />
              </li>
            ))}
          </ol>
        </section>
      )}
    </article>
  );
}
