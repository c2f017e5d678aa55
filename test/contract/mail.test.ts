import { tableMailbox } from '../../functions/mail/table-mailbox.ts';
import { freshTable } from '../support/table.ts';
import { mailContract } from './mail.ts';

mailContract('a mailbox in the table', async () => {
  const { table, close } = freshTable();
  return { mail: tableMailbox({ table }), close };
});
