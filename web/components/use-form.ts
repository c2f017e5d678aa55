import { useTyped } from './use-typed.tsx';

/**
 * The values of a form: `<TextField {...form.field('title')} label={…} />`. With a name, what is typed is kept in this
 * tab until it is saved: `<Form before={form.before} …>`.
 */
export function useForm<T extends object>(initial: T, name?: string) {
  const { values, setValues, before } = useTyped(initial, name);
  const set = <K extends keyof T>(field: K, value: T[K]) => setValues((now) => ({ ...now, [field]: value }));
  return {
    values,
    before,
    set,
    reset: setValues,
    field: <K extends keyof T & string>(field: K) => ({
      name: field,
      value: values[field],
      onChange: (value: T[K]) => set(field, value),
    }),
  };
}
