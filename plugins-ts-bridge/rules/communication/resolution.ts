import { communicationStatus as status, resolution } from "#solution/generated/names";
import { groupBy } from "../../rows/group";
import { update, type Effect } from "../../sdk/effect";
import { from } from "../../sdk/query";
import { read } from "../../sdk/reading";
import { defineStep } from "../../sdk/rule";

const told = [status.sent, status.delivered, status.served, status.done];

/** Messages that told of an item. */
const tellingOf = (itemId: string) => from("duly_communicationline").select("duly_communication")
  .join({ table: "duly_communication", from: "duly_communicationid", to: "duly_communication", alias: "message", select: ["duly_resolution"], where: [["statuscode", "in", told]] })
  .where(["duly_openitem", "eq", itemId]);

const linesOf = (communicationIds: readonly string[]) => from("duly_communicationline").select("duly_communication")
  .join({ table: "duly_openitem", from: "duly_openitemid", to: "duly_openitem", alias: "item", select: ["statecode"] })
  .where(["duly_communication", "in", communicationIds]);
type LineRow = ReturnType<typeof linesOf>["row"];

/** How far the items of one message are closed; null = none is. */
function resolvedBy(lines: readonly LineRow[]): number | null {
  const closed = lines.filter((line) => line["item.statecode"] === 1).length;
  return closed === 0 ? null : closed < lines.length ? resolution.partly : resolution.wholly;
}

/** An item was closed or opened again: the messages that told of it are resolved by that, wholly only when all of their items are closed. Source: cases.md A-09. */
export const communicationResolution = defineStep(
  { id: "communication.resolution", message: "Update", table: "duly_openitem", stage: "PostOperation", filteringAttributes: ["statecode"], images: { pre: ["statecode"], post: ["statecode"] } },
  function* ({ preImage, postImage, primaryId }) {
    if (preImage.statecode === postImage.statecode) return [];
    const telling = yield* read(tellingOf(primaryId));
    const before = new Map(telling.flatMap((row) => (row.duly_communication === null ? [] : [[row.duly_communication.id, row["message.duly_resolution"]] as const])));
    if (before.size === 0) return [];
    const lines = groupBy(yield* read(linesOf([...before.keys()])), (row) => row.duly_communication?.id ?? "");
    return [...before].flatMap(([id, known]): readonly Effect[] => {
      const found = resolvedBy(lines.get(id) ?? []);
      return found === known ? [] : [update("duly_communication", id, { duly_resolution: found })];
    });
  },
);
