import { useState } from 'preact/hooks';
import type { ApiProblem } from '../api/problem.ts';
import { Checkbox, Select } from '../components/choice-field.tsx';
import { Form } from '../components/form.tsx';
import { Panel } from '../components/page.tsx';
import { useT } from '../i18n/use-lang.tsx';
import type { Import, Mapping } from './import.tsx';

type Field = Mapping[string];

const fields = [
  'company', 'title', 'titleZh', 'titleEn', 'description', 'descriptionZh', 'descriptionEn', 'category', 'majors', 'skills',
  'capacity', 'startsOn', 'endsOn', 'hoursMin', 'hoursMax', 'workMode', 'zone', 'languages', 'payAmount', 'payCurrency', 'payPeriod',
  'countries', 'locations', 'validUntil',
] as const satisfies readonly Field[]; // prettier-ignore

const pointerTo = (column: string) => `mapping/${column.replaceAll('~', '~0').replaceAll('/', '~1')}`;

/** Which column holds what: guessed by the server, shown on the first rows of the file, mended here. */
export function ImportMapping(props: {
  found: Import;
  pending: boolean;
  problem: ApiProblem | undefined;
  onCheck: (mapping: Mapping, includeDuplicates: boolean) => void;
}) {
  const t = useT('coordinator');
  const { found } = props;
  const [mapping, setMapping] = useState<Mapping>(found.mapping);
  const [duplicates, setDuplicates] = useState(found.includeDuplicates);
  const put = (column: string, field: Field | '') => {
    const { [column]: _, ...rest } = mapping;
    setMapping(field === '' ? rest : { ...rest, [column]: field });
  };
  const samplesOf = (column: string) =>
    found.sample
      .map((row) => row[column] ?? '')
      .filter((cell) => cell !== '')
      .slice(0, 3);
  return (
    <Panel title={t('mapping.title')}>
      <p>{t('mapping.lead')}</p>
      <Form
        onSubmit={() => props.onCheck(mapping, duplicates)}
        submit={t(found.state === 'uploaded' ? 'mapping.check' : 'mapping.checkAgain')}
        pending={props.pending}
        problem={props.problem}
      >
        <ul class="mapping">
          {found.columns.map((column) => (
            <li key={column}>
              <div class="sample">
                {samplesOf(column).map((cell, index) => (
                  <span key={index}>{cell}</span>
                ))}
              </div>
              <Select
                name={pointerTo(column)}
                label={column}
                optional
                options={fields.map((value) => ({ value, label: t(`mapping.fields.${value}`) }))}
                value={mapping[column] ?? ''}
                onChange={(field) => put(column, field)}
              />
            </li>
          ))}
        </ul>
        <Checkbox
          name="includeDuplicates"
          label={t('mapping.duplicates')}
          hint={t('mapping.duplicatesHint')}
          value={duplicates}
          onChange={setDuplicates}
        />
      </Form>
    </Panel>
  );
}
