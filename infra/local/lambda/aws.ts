import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import * as z from 'zod';
import { listenOn } from '../listen.ts';

/** What SES v2 documents of a request to send a plain letter; anything else is refused. */
const Content = z.strictObject({ Data: z.string().min(1), Charset: z.literal('UTF-8') });
const SendEmail = z.strictObject({
  FromEmailAddress: z.email(),
  Destination: z.strictObject({ ToAddresses: z.array(z.email()).min(1).max(50) }),
  Content: z.strictObject({
    Simple: z.strictObject({
      Subject: Content,
      Body: z.strictObject({ Text: Content }),
      Headers: z
        .array(
          z.strictObject({
            Name: z.string().regex(/^[!-9;-~]{1,126}$/),
            Value: z.string().regex(/^[ -~]{1,870}$/),
          }),
        )
        .max(15)
        .optional(),
    }),
  }),
});

interface Delivered {
  from: string;
  to: readonly string[];
  subject: string;
  text: string;
  headers?: Readonly<Record<string, string>>;
}
/** What SES answers instead of taking a letter: an error with its status, or none at all. */
interface Refusal {
  status: number;
  type: string;
  message?: string;
}
type Trouble = Refusal | 'silence' | 'taken, then silence';
type Answer = Trouble | { body: object };

const isSigned = (request: IncomingMessage, service: string): boolean =>
  new RegExp(`^AWS4-HMAC-SHA256 Credential=[^/]+/\\d{8}/[^/]+/${service}/aws4_request, SignedHeaders=`).test(
    request.headers.authorization ?? '',
  );

/** A server that speaks as SES v2 and Secrets Manager do, for what the product asks of them. */
export const startAws = async (secrets: Readonly<Record<string, string>> = {}) => {
  const delivered: Delivered[] = [];
  const troubles: Trouble[] = [];
  let asked = 0;

  const answerMail = async (request: IncomingMessage): Promise<Answer> => {
    asked += 1;
    if (!isSigned(request, 'ses')) return { status: 403, type: 'MissingAuthenticationTokenException' };
    const read = SendEmail.safeParse(JSON.parse(await text(request)));
    if (!read.success) return { status: 400, type: 'BadRequestException', message: read.error.message };
    const trouble = troubles.shift();
    if (trouble !== undefined && trouble !== 'taken, then silence') return trouble;
    const { FromEmailAddress: from, Destination, Content: content } = read.data;
    const { Subject, Body, Headers } = content.Simple;
    const headers = Headers && Object.fromEntries(Headers.map(({ Name, Value }) => [Name, Value]));
    const letter = { from, to: Destination.ToAddresses, subject: Subject.Data, text: Body.Text.Data };
    delivered.push({ ...letter, ...(headers && { headers }) });
    return trouble ?? { body: { MessageId: `message-${delivered.length}` } };
  };
  const answerSecret = async (request: IncomingMessage): Promise<Answer> => {
    if (!isSigned(request, 'secretsmanager'))
      return { status: 403, type: 'MissingAuthenticationTokenException' };
    const { SecretId } = z.object({ SecretId: z.string() }).parse(JSON.parse(await text(request)));
    const SecretString = secrets[SecretId];
    return SecretString === undefined
      ? { status: 400, type: 'ResourceNotFoundException' }
      : { body: { ARN: SecretId, SecretString } };
  };

  const server = createServer(async (request, response) => {
    const isSecret = request.headers['x-amz-target'] === 'secretsmanager.GetSecretValue';
    const isMail = request.method === 'POST' && request.url === '/v2/email/outbound-emails';
    const answer: Answer = isSecret
      ? await answerSecret(request)
      : isMail
        ? await answerMail(request)
        : { status: 404, type: 'UnknownOperationException' };
    if (typeof answer === 'string') return void response.destroy();
    const type = { 'content-type': isSecret ? 'application/x-amz-json-1.1' : 'application/json' };
    if ('body' in answer) response.writeHead(200, type).end(JSON.stringify(answer.body));
    else
      response
        .writeHead(answer.status, { ...type, 'x-amzn-errortype': answer.type })
        .end(JSON.stringify({ message: answer.message ?? answer.type }));
  });
  const port = await listenOn(server, 0);
  return {
    url: `http://127.0.0.1:${port}`,
    delivered,
    /** What the next requests to send meet, one each. */
    troubles,
    asked: () => asked,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
};
