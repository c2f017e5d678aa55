/** The groups of a Cognito user pool that give a role; who is in none is a student. */
export const cognitoGroups = {
  company: 'companies',
  coordinator: 'coordinators',
  referrer: 'referrers',
} as const;
