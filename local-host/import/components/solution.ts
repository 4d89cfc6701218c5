import { guidOf } from "../../metadata/ids";
import { to, type ComponentReader } from "./component";

/** The solution itself and its publisher. */
export const solutions: ComponentReader = ({ name, title, version, managed, publisher }) => {
  const publisherId = guidOf("publisher", publisher.name);
  return [
    { kind: "Publisher", table: "publisher", id: publisherId, part: true, row: {
      uniquename: publisher.name, friendlyname: publisher.title, customizationprefix: publisher.prefix, customizationoptionvalueprefix: publisher.optionPrefix } },
    { kind: "Solution", table: "solution", id: guidOf("solution", name), part: true, row: {
      uniquename: name, friendlyname: title, version, ismanaged: managed, publisherid: to("publisher", publisherId) } },
  ];
};
