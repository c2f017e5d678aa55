import { useClient } from '../api/context.ts';
import { useAction } from '../api/use-action.ts';
import { FactList } from '../components/facts.tsx';
import { Form } from '../components/form.tsx';
import { useForm } from '../components/use-form.ts';
import { TextArea, TextField } from '../components/text-field.tsx';
import { instantOf, localTimeOf } from '../coordinator/zoned-time.ts';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { InZones } from './in-zones.tsx';
import type { PartProps } from './placement.ts';
import { SettledItem } from './settled-item.tsx';

interface FormProps {
  of: PartProps;
  close: () => void;
}

function MentorForm({ of: { placement, onChanged }, close }: FormProps) {
  const t = useT('internship');
  const call = useClient();
  const { mentor } = placement.checklist;
  const form = useForm({ name: mentor?.name ?? '', email: mentor?.email ?? '' });
  const save = useAction(async () => {
    const args = { params: { placementId: placement.id }, body: form.values, ifMatch: placement.version };
    onChanged(await call('saveMentor', args));
    close();
  });
  return (
    <Form
      onSubmit={() => void save.run()}
      submit={t('list.save')}
      pending={save.pending}
      problem={save.problem}
    >
      <TextField {...form.field('name')} label={t('mentor.name')} hint={t('mentor.who')} size="medium" />
      <TextField {...form.field('email')} label={t('mentor.email')} type="email" size="medium" />
    </Form>
  );
}

function EquipmentForm({ of: { placement, onChanged }, close }: FormProps) {
  const t = useT('internship');
  const call = useClient();
  const form = useForm({ note: placement.checklist.equipment?.note ?? '' });
  const save = useAction(async () => {
    const args = { params: { placementId: placement.id }, body: form.values, ifMatch: placement.version };
    onChanged(await call('saveEquipment', args));
    close();
  });
  return (
    <Form
      onSubmit={() => void save.run()}
      submit={t('list.save')}
      pending={save.pending}
      problem={save.problem}
    >
      <TextArea
        {...form.field('note')}
        label={t('equipment.note')}
        hint={t('equipment.hint')}
        rows={3}
        max={2000}
      />
    </Form>
  );
}

function MeetingForm({ of: { placement, onChanged }, close }: FormProps) {
  const t = useT('internship');
  const f = useFormat();
  const call = useClient();
  const { zone, checklist, startsOn } = placement;
  const meeting = checklist.firstMeeting;
  const form = useForm({
    startsAt: meeting === undefined ? `${startsOn}T10:00` : localTimeOf(meeting.startsAt, zone),
    place: meeting?.place ?? '',
  });
  const { startsAt, place } = form.values;
  const save = useAction(async () => {
    const body = { startsAt: instantOf(startsAt, zone), place };
    const params = { placementId: placement.id };
    onChanged(await call('saveFirstMeeting', { params, body, ifMatch: placement.version }));
    close();
  });
  return (
    <Form
      onSubmit={() => void save.run()}
      submit={t('list.save')}
      pending={save.pending}
      problem={save.problem}
    >
      <TextField
        {...form.field('startsAt')}
        label={t('meeting.when', { zone: f.zone(zone, Date.parse(startsOn)) })}
        type="datetime-local"
        size="medium"
      />
      <TextField {...form.field('place')} label={t('meeting.where')} />
    </Form>
  );
}

/** Mentor, equipment and first meeting. */
export function Items(props: PartProps) {
  const t = useT('internship');
  const { placement, reader } = props;
  const { mentor, equipment, firstMeeting } = placement.checklist;
  return (
    <>
      <SettledItem
        of={props}
        id="mentor"
        title={t('list.mentor')}
        item={mentor}
        shown={
          <FactList
            of={[
              [t('mentor.name'), mentor?.name],
              [t('mentor.email'), mentor && <a href={`mailto:${mentor.email}`}>{mentor.email}</a>],
            ]}
          />
        }
        form={(close) => <MentorForm of={props} close={close} />}
      />
      <SettledItem
        of={props}
        id="equipment"
        title={t('list.equipment')}
        item={equipment}
        shown={<p>{equipment?.note}</p>}
        form={(close) => <EquipmentForm of={props} close={close} />}
      />
      <SettledItem
        of={props}
        id="meeting"
        title={t('list.meeting')}
        item={firstMeeting}
        shown={
          firstMeeting && (
            <>
              <InZones
                at={firstMeeting.startsAt}
                zones={[
                  ...(placement.studentZone === undefined
                    ? []
                    : [
                        [
                          t(reader === 'student' ? 'meeting.yours' : 'meeting.students'),
                          placement.studentZone,
                        ] as const,
                      ]),
                  [t('meeting.team'), placement.zone],
                ]}
              />
              <p>{firstMeeting.place}</p>
            </>
          )
        }
        form={(close) => <MeetingForm of={props} close={close} />}
      />
    </>
  );
}
