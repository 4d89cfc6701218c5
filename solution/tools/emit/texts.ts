import type { Text } from "../../model/text";
import { element, type Element, group } from "../xml/element";

/** Version in which a component appeared first; the platform only shows it. */
export const introduced = "1.0.0.0";

/** `<displaynames><displayname description languagecode/></displaynames>` and its like. */
export const labelled = (collection: string, item: string, text: Text): Element =>
  group(collection, text.map((entry) => element(item, { description: entry.text, languagecode: entry.lcid })));

export const localizedNames = (text: Text, collection = "LocalizedNames"): Element => labelled(collection, "LocalizedName", text);

export const descriptions = (text: Text): Element =>
  labelled("Descriptions", "Description", text.filter((entry) => entry.text !== ""));

/** As the sharded parts write a text: `<displayname default="…"><label description languagecode/></displayname>`. */
export const shardedText = (name: string, text: Text): Element =>
  element(name, { default: text[0]?.text ?? "" }, text.map((entry) => element("label", { description: entry.text, languagecode: entry.lcid })));
