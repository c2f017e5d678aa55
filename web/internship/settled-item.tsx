import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import { Panel } from '../components/page.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { DoneBy } from './done-by.tsx';
import { isOver, type PartProps } from './placement.ts';

type Item = { by: 'student' | 'company' | 'coordinator' | 'system'; at: string } | undefined;

/** One thing of the check-list: what is settled with who did it, and for the company its form. */
export function SettledItem(props: {
  of: PartProps;
  id: string;
  title: string;
  item: Item;
  /** What is settled, in words. */
  shown: ComponentChildren;
  form: (close: () => void) => ComponentChildren;
}) {
  const t = useT('internship');
  const [changing, setChanging] = useState(false);
  const { item, of } = props;
  const may = of.reader === 'company' && !isOver(of.placement);
  const open = may && (changing || item === undefined);
  return (
    <div id={props.id}>
      <Panel title={props.title}>
        {item !== undefined && !open && (
          <>
            {props.shown}
            <DoneBy by={item.by} at={item.at} />
          </>
        )}
        {item === undefined && !may && <p class="muted">{t('list.companyDoes')}</p>}
        {open && props.form(() => setChanging(false))}
        {may && !open && (
          <Button kind="quiet" onClick={() => setChanging(true)} label={`${t('list.edit')}: ${props.title}`}>
            {t('list.edit')}
          </Button>
        )}
      </Panel>
    </div>
  );
}
