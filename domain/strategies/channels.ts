import { fault, type Fault } from "../messages/fault";
import type { Template } from "../templates/template";
import type { Step, Strategy } from "./strategy";

/** Template and channel of a step and of its variants. */
const spoken = ({ channel, templateId, variants }: Step): readonly Pick<Step, "channel" | "templateId">[] =>
  [{ channel, templateId }, ...variants.filter((variant) => variant.templateId !== null).map((variant) => ({ channel: variant.channel ?? channel, templateId: variant.templateId }))];

/** Steps of a strategy that go by another channel than their template is written for: an SMS text in an e-mail, a letter in an SMS. */
export const channelFaults = ({ name, steps }: Pick<Strategy, "name" | "steps">, templates: ReadonlyMap<string, Template>): readonly Fault[] =>
  steps.flatMap((step) => spoken(step).flatMap(({ channel, templateId }) => {
    const template = templates.get(templateId ?? "");
    return template === undefined || template.channel === null || template.channel === channel ? []
      : [fault("DULY-STRATEGY-009", { strategy: name, sequence: step.sequence, channel, template: template.name, written: template.channel })];
  }));
