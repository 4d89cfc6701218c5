import { sdkMessages } from "../plugin";
import { descendants, type Element, textOf } from "../xml/element";
import { type Contents, type Located, unbraced } from "./contents";
import { finding, type Finding } from "./finding";

type Message = keyof typeof sdkMessages;

/** Types of image (0 before, 1 after, 2 both) that a message has, and the property of the message that holds the row. */
const images: Readonly<Record<Message, { readonly types: readonly string[]; readonly property: string }>> = {
  Create: { types: ["1"], property: "Id" }, Update: { types: ["0", "1", "2"], property: "Target" }, Delete: { types: ["0"], property: "Target" },
};

const isMessage = (name: string): name is Message => name in sdkMessages;
const messageOf = ({ root }: Located): Message | undefined => Object.keys(sdkMessages).filter(isMessage).find((name) => sdkMessages[name] === unbraced(textOf(root, "SdkMessageId")));

/** Why the platform has no such image of the row; null when it has. */
function missing(image: Element, message: Message, stage: string): string | null {
  const [type, property] = [textOf(image, "ImageType"), textOf(image, "MessagePropertyName")];
  if (!images[message].types.includes(type)) return `has the ImageType ${type}, which ${message} does not know`;
  if (type !== "0" && stage !== "40") return `is one of the row after the step, but the step stands on stage ${stage}`;
  return property === images[message].property ? null : `names the property '${property}' instead of ${images[message].property}`;
}

function imagesOf(step: Located, message: Message): readonly Finding[] {
  const all = descendants(step.root, "SdkMessageProcessingStepImage");
  const aliases = all.map((image) => textOf(image, "EntityAlias"));
  const problems = all.map((image, index) => [image.attributes.Name ?? "", aliases.indexOf(textOf(image, "EntityAlias")) < index ? "has the alias of another" : missing(image, message, textOf(step.root, "Stage"))] as const);
  return problems.flatMap(([name, problem]) => (problem === null ? [] : [finding("DULY-CHECK-123", step, name, problem)]));
}

const late = (step: Located): readonly Finding[] => (textOf(step.root, "Mode") === "1" && textOf(step.root, "Stage") !== "40" ? [finding("DULY-CHECK-122", step, textOf(step.root, "Stage"))] : []);

const filtered = (step: Located, message: Message): readonly Finding[] =>
  (message !== "Update" && textOf(step.root, "FilteringAttributes") !== "" ? [finding("DULY-CHECK-124", step, textOf(step.root, "FilteringAttributes"), message)] : []);

/** What a step asks for is what its message and stage give. */
export const registrations = (contents: Contents): readonly Finding[] => contents.steps.flatMap((step) => {
  const message = messageOf(step);
  return [...late(step), ...(message === undefined ? [] : [...imagesOf(step, message), ...filtered(step, message)])];
});
