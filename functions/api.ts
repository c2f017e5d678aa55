import { handle } from 'hono/aws-lambda';
import { createApp } from './app.ts';
import { cloudDeps } from './cloud.ts';
import { Environment, readEnvironment } from './environment.ts';

const deps = await cloudDeps(readEnvironment(Environment, process.env));

/** Answers requests that an API Gateway HTTP API passes on (payload format 2.0). */
export const handler = handle(createApp(deps));
