import { createHmac, randomBytes } from 'node:crypto';

const prefix = 'whsec_';

export const newSecret = (): string => prefix + randomBytes(32).toString('base64');

/**
 * The headers of Standard Webhooks: `webhook-signature` is HMAC-SHA256 over id, timestamp and body, once for each valid
 * secret. The timestamp is that of this try, so that a receiver can refuse what was caught and sent again later.
 */
export const signedHeaders = (
  secrets: readonly string[],
  message: { id: string; at: string; body: string },
): Record<string, string> => {
  const timestamp = String(Math.floor(Date.parse(message.at) / 1000));
  const signed = `${message.id}.${timestamp}.${message.body}`;
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(prefix.length), 'base64');
    return `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
  });
  return {
    'content-type': 'application/json',
    'user-agent': 'cloud-internship-marketplace-webhooks/1',
    'webhook-id': message.id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  };
};
