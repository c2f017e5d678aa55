import type { Args } from '../api/types.ts';
import { useClient } from '../api/context.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../components/button.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { saveFile } from '../components/save-file.ts';
import { useLang, useT } from '../i18n/use-lang.tsx';

type TableName = Args<'getStatisticsTable'>['params']['table'];

/** Downloads one of the tables in the reader's language. */
export function Csv(props: { cycleId: string; table: TableName; name: string }) {
  const t = useT('statistics');
  const { lang } = useLang();
  const call = useClient();
  const { cycleId, table, name } = props;
  const download = useAction(async () => {
    const file = await call('getStatisticsTable', { params: { cycleId, table }, query: { lang } });
    saveFile(file, `${table}-${lang}.csv`);
  });
  return (
    <>
      <ProblemNotice problem={download.problem} />
      <Button
        kind="quiet"
        icon="down"
        label={t('csvOf', { name })}
        pending={download.pending}
        onClick={() => void download.run()}
      >
        {t('csvOf', { name })}
      </Button>
    </>
  );
}
