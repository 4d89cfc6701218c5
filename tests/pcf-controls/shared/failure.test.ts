import { toFailure } from "../../../pcf-controls/shared/failure";

describe("what a failed call shows", () => {
  test.each([
    [{ errorCode: 2147746581, message: "DULY-PROMISE-003 The day is in the past." }, { code: "DULY-PROMISE-003", text: "The day is in the past." }],
    [{ errorCode: 2147746336, message: "No privilege" }, { code: "0x80040220", text: "No privilege" }],
    [{ code: -2147220960, message: "No privilege" }, { code: "0x80040220", text: "No privilege" }],
    [new Error("Network down"), { code: "UNKNOWN", text: "Network down" }],
    ["broken", { code: "UNKNOWN", text: "broken" }],
  ])("%p", (error, failure) => expect(toFailure(error)).toEqual(failure));
});
