/** What can be told, by kind. Which change of the record tells it is in `event-of.ts`. */
export const eventTypes = [
  'cycle.phase_changed',
  'round.published',
  'company.state_changed',
  'posting.state_changed',
  'application.state_changed',
  'offer.answered',
] as const;
