import { useBilingual } from '../components/bilingual.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { optionOf } from './rank-list-options.ts';
import type { RankListView } from './rank-list-options.ts';

/** The choices as a plain list that can be read aloud. */
export function ChoicesInWords(props: { list: RankListView; ids: readonly string[] }) {
  const t = useT('student');
  const say = useBilingual();
  return (
    <ol class="choices-in-words">
      {props.ids.map((id, index) => {
        const option = optionOf(props.list, id);
        return (
          <li key={id}>
            <span class="muted">{t('rankList.check.place', { place: index + 1 })}</span>{' '}
            {option === undefined
              ? t('rankList.check.gone')
              : option.note === undefined
                ? say(option.title)
                : t('rankList.check.of', { title: say(option.title), company: say(option.note) })}
          </li>
        );
      })}
    </ol>
  );
}
