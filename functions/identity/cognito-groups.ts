/** The groups of a Cognito user pool that give a role; who is in neither is a student. */
export const cognitoGroups = { company: 'companies', coordinator: 'coordinators' } as const;
