import { useContext, useState } from 'preact/hooks';
import type { ApiProblem } from '../api/problem.ts';
import { Checkbox, Select } from '../components/choice-field.tsx';
import { FieldError } from '../components/field.tsx';
import { fieldId, FormContext, useLabel } from '../components/form-context.ts';
import { Form } from '../components/form.tsx';
import { Panel } from '../components/page.tsx';
import { useT } from '../i18n/use-lang.tsx';
import type { Import, Mapping } from './import.tsx';

type Field = Mapping[string];

/** In the order of a sheet. */
export const importFields = [
  'company', 'title', 'titleZh', 'titleEn', 'description', 'descriptionZh', 'descriptionEn', 'category', 'majors', 'skills',
  'capacity', 'startsOn', 'endsOn', 'hoursMin', 'hoursMax', 'workMode', 'zone', 'languages', 'payAmount', 'payCurrency', 'payPeriod',
  'countries', 'locations', 'validUntil',
] as const satisfies readonly Field[]; // prettier-ignore

const pointerTo = (column: string) => `mapping/${column.replaceAll('~', '~0').replaceAll('/', '~1')}`;

/** What is wrong with the mapping as a whole, such as no column for the company. */
function WholeMapping() {
  const t = useT('coordinator');
  const { problems } = useContext(FormContext);
  useLabel('mapping', t('mapping.whole'));
  const id = fieldId('mapping');
  return (
    <div id={id} tabIndex={-1}>
      {problems
        .filter(({ pointer }) => pointer === '/mapping')
        .map(({ reason }) => (
          <FieldError key={reason} id={id} reason={reason} />
        ))}
    </div>
  );
}

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
  const put = (column: string, field: Field | 'none' | '') => {
    const { [column]: _, ...rest } = mapping;
    setMapping(field === 'none' || field === '' ? rest : { ...rest, [column]: field });
  };
  const samplesOf = (column: string) =>
    found.sample
      .map((row) => row[column] ?? '')
      .filter((cell) => cell !== '')
      .slice(0, 3);
  const options = [
    { value: 'none' as const, label: t('mapping.none') },
    ...importFields.map((value) => ({ value, label: t(`mapping.fields.${value}`) })),
  ];
  return (
    <Panel title={t('mapping.title')}>
      <p>{t('mapping.lead')}</p>
      <Form
        onSubmit={() => props.onCheck(mapping, duplicates)}
        submit={t(found.state === 'uploaded' ? 'mapping.check' : 'mapping.checkAgain')}
        pending={props.pending}
        problem={props.problem}
      >
        <WholeMapping />
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
                options={options}
                value={mapping[column] ?? 'none'}
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
