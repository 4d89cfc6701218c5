import { stop } from "#domain/messages/fault";
import { from } from "../../sdk/query";
import { read } from "../../sdk/reading";
import { defineStep } from "../../sdk/rule";

const table = "duly_promiseline";

const openPromise = (promiseId: string) => from("duly_promise").select("duly_name").where(["duly_promiseid", "eq", promiseId], ["statecode", "eq", 0]);

/** A promise that is deleted takes its lines with it, at depth 2; at depth 1 it is somebody's own doing, and the item would be reminded although the promise is open. */
export const promiseLineRemoved = defineStep(
  { id: "promiseline.delete", message: "Delete", table, stage: "PreOperation", images: { pre: ["duly_promise", "duly_name"] } },
  function* ({ preImage, depth }) {
    if (depth > 1 || preImage.duly_promise == null) return [];
    const [promise] = yield* read(openPromise(preImage.duly_promise.id));
    return promise === undefined ? [] : stop("DULY-PROMISE-016", { promise: promise.duly_name ?? preImage.duly_promise.id, item: preImage.duly_name ?? "–" });
  },
);
