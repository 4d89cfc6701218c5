import type { ChoiceIr } from "../ir/solution";
import { element, type Element, group, leaf } from "../xml/element";
import { descriptions, introduced, labelled } from "./texts";

/** A global choice (`OptionSets/<name>.xml`). */
export const globalChoice = (choice: ChoiceIr): Element => element("optionset", { Name: choice.name, localizedName: choice.label[0]?.text ?? choice.name }, [
  leaf("OptionSetType", "picklist"), leaf("IsGlobal", 1), leaf("IntroducedVersion", introduced), leaf("IsCustomizable", 1), leaf("ExternalTypeName", ""),
  labelled("displaynames", "displayname", choice.label), descriptions(choice.description),
  group("options", choice.options.map((option) =>
    element("option", { value: option.value, ExternalValue: "", IsHidden: 0 }, [labelled("labels", "label", option.label), group("Descriptions", [])]))),
]);
