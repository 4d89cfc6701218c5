/** Publisher prefix of every component. */
export const prefix = "duly";

/** First option value of the publisher: 59185 x 10000. */
export const optionValueStart = 591850000;

/** "debtor" -> "duly_debtor". Standard names (no entry of ours) are passed as they are by the caller. */
export const prefixed = (name: string): string => `${prefix}_${name}`;
