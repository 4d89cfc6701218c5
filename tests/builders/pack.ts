/** The smallest policy pack that passes the check, with changes; as JSON text. */
export const packJson = (changes: Readonly<Record<string, unknown>> = {}): string => JSON.stringify({
  name: "Small", description: "One step.", languages: ["english"], companyStrategy: "s",
  templates: [template()],
  strategies: [{ code: "s", name: "S", description: "S.", steps: [step(3)] }],
  segments: [], creditClasses: [],
  ...changes,
});

export const template = (changes: Readonly<Record<string, unknown>> = {}) => ({
  code: "t", name: "T", channel: "email", tone: "courteous", texts: { english: { subject: "Reminder", body: ["<p>{{total}}</p>"] } }, ...changes,
});

export const step = (offsetDays: number, changes: Readonly<Record<string, unknown>> = {}) =>
  ({ name: `After ${offsetDays}`, offsetDays, channel: "email", template: "t", ...changes });

export const strategy = (...steps: readonly unknown[]) => ({ strategies: [{ code: "s", name: "S", description: "S.", steps }] });
