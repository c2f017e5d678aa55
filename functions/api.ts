import { handle } from 'hono/aws-lambda';
import { createApp } from './app.ts';
import { cloudDeps, cursorsWith } from './cloud.ts';
import { CursorSecret, Environment, readEnvironment } from './environment.ts';
import { watched } from './watch/watched.ts';

const environment = readEnvironment(Environment, process.env);
const { CURSOR_SECRET_ARN } = readEnvironment(CursorSecret, process.env);
const deps = cloudDeps(environment, cursorsWith(CURSOR_SECRET_ARN, environment.AWS_REGION));

/** Answers requests that an API Gateway HTTP API passes on (payload format 2.0). */
export const handler = watched(handle(createApp(deps)));
