import { howToGetClient, runtimeClient } from '../../infra/local/lambda/client.ts';

/** AWS's runtime interface client for tests of packaged functions; undefined where it is not installed. */
export const clientForTests = (): string | undefined => {
  const client = runtimeClient();
  if (client === undefined && process.env.REQUIRE_ALL === '1')
    throw new Error(`REQUIRE_ALL is set and there is no runtime interface client: ${howToGetClient}.`);
  if (client === undefined)
    console.log(
      `The packaged functions are not tested: there is no runtime interface client. ${howToGetClient}.`,
    );
  return client;
};
