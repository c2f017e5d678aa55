/** A stack with nothing in it but what it says of itself. */
export const stackWith = (StackName: string, outputs: Readonly<Record<string, string>>) => ({
  StackName,
  TemplateBody: JSON.stringify({
    Resources: { Nothing: { Type: 'AWS::CloudFormation::WaitConditionHandle' } },
    Outputs: Object.fromEntries(Object.entries(outputs).map(([name, Value]) => [name, { Value }])),
  }),
});
