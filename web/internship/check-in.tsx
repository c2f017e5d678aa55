import { useClient } from '../api/context.ts';
import { useAction } from '../api/use-action.ts';
import { Radios } from '../components/choice-field.tsx';
import { DateTime } from '../components/date-time.tsx';
import { Form } from '../components/form.tsx';
import { useForm } from '../components/use-form.ts';
import { Panel } from '../components/page.tsx';
import { Status } from '../components/status.tsx';
import { TextArea } from '../components/text-field.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { DoneBy } from './done-by.tsx';
import { isOver, type PartProps, type Placement } from './placement.ts';

const marks = ['1', '2', '3', '4', '5'] as const;
const badMark = 2;

function Said(props: { side: 'student' | 'company'; said: Placement['checkIns']['student'] }) {
  const t = useT('internship');
  const { said } = props;
  if (said === undefined) return null;
  const mark = marks[said.mark - 1] ?? '3';
  return (
    <>
      <p>
        <Status tone={said.mark <= badMark ? 'bad' : 'good'}>{t(`checkIn.marks.${mark}`)}</Status>
      </p>
      <p>{said.words}</p>
      <DoneBy by={props.side} at={said.at} />
    </>
  );
}

function CheckInForm(props: PartProps) {
  const t = useT('internship');
  const call = useClient();
  const { placement, onChanged } = props;
  const form = useForm<{ mark: '' | (typeof marks)[number]; words: string }>({ mark: '', words: '' });
  const { mark, words } = form.values;
  const send = useAction(async () =>
    onChanged(
      await call('checkIn', {
        params: { placementId: placement.id },
        body: { mark: Number(mark), words },
        ifMatch: placement.version,
      }),
    ),
  );
  return (
    <Form
      onSubmit={() => void send.run()}
      submit={t('checkIn.submit')}
      pending={send.pending}
      problem={send.problem}
    >
      <Radios
        {...form.field('mark')}
        label={t('checkIn.mark')}
        options={marks.map((value) => ({ value, label: t(`checkIn.marks.${value}`) }))}
      />
      <TextArea {...form.field('words')} label={t('checkIn.words')} rows={3} max={2000} />
    </Form>
  );
}

/** The second week's question: a side says once how it is going; coordinators read both. */
export function CheckInPanel(props: PartProps & { now: number }) {
  const t = useT('internship');
  const { placement, reader } = props;
  const { checkIns, checkedIn, checkInFrom } = placement;
  if (reader === 'coordinator')
    return (
      <Panel title={t('checkIn.title')}>
        {checkIns.student === undefined && checkIns.company === undefined && (
          <p class="muted">{t('checkIn.none')}</p>
        )}
        <Said side="student" said={checkIns.student} />
        <Said side="company" said={checkIns.company} />
      </Panel>
    );
  const own = checkIns[reader];
  const begun = placement.startedAt !== undefined && Date.parse(checkInFrom) <= props.now;
  const other = reader === 'student' ? 'company' : 'student';
  return (
    <div id="check-in">
      <Panel title={t('checkIn.title')}>
        <p>{t('checkIn.lead')}</p>
        <Said side={reader} said={own} />
        {!begun && !isOver(placement) && (
          <p>
            {t('checkIn.from')} <DateTime at={checkInFrom} now={props.now} />
          </p>
        )}
        {begun && <p class="muted">{t(checkedIn[other] ? 'checkIn.otherDone' : 'checkIn.otherNot')}</p>}
        {begun && own === undefined && !isOver(placement) && <CheckInForm {...props} />}
      </Panel>
    </div>
  );
}
