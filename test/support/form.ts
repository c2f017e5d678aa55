/** A form as a browser sends it, its file last. */
export const formWith = (
  fields: Readonly<Record<string, string>>,
  file: string | Uint8Array<ArrayBuffer>,
): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([file]));
  return form;
};

/** A request with that form, its length told as a browser tells it. */
export const formRequest = async (form: FormData): Promise<Request> => {
  const whole = new Response(form);
  const body = await whole.arrayBuffer();
  return new Request('http://localhost/incoming', {
    method: 'POST',
    body,
    headers: {
      'content-type': whole.headers.get('content-type') ?? '',
      'content-length': String(body.byteLength),
    },
  });
};
