import { operations } from '../operation.ts';
import { pageOf, PageQuery } from '../values.ts';
import { CompanyFigures } from './schema.ts';

export const companyFiguresOperations = operations({
  listCompanyFigures: {
    method: 'get',
    path: '/company-figures',
    summary:
      'How fast companies answer applications and write evaluations, counted once a day over two years; figures over fewer than five are absent',
    query: PageQuery,
    response: pageOf(CompanyFigures),
  },
});
