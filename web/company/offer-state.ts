const states = ['pending', 'accepted', 'declined', 'expired', 'rescinded', 'waived'] as const;
export type OfferState = (typeof states)[number];

/** The offer's state; one that this site does not know yet is shown as waiting. */
export const offerStateOf = (state: string): OfferState => states.find((one) => one === state) ?? 'pending';
