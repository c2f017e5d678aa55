import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { ApiProblem } from '../../web/api/problem.ts';
import { Form } from '../../web/components/form.tsx';

const refused = new ApiProblem(422, 'invalid_input', 'The input is not valid.', {
  fields: [{ pointer: '/phone', reason: 'must not be empty' }],
});
const nothing = () => undefined;

it('shows what the server refused until the page itself finds something', () => {
  const common = { onSubmit: nothing, submit: 'Save', problem: refused, children: null };
  expect(renderToString(h(Form, common))).toContain('/phone');
  const found = renderToString(
    h(Form, { ...common, problems: [{ pointer: '/name', reason: 'must not be empty' }] }),
  );
  expect(found).toContain('/name');
  expect(found).not.toContain('/phone');
  expect(renderToString(h(Form, { ...common, problems: [] }))).toContain('/phone');
});
