import { flows } from "#solution/flows/all";
import { communicationStatus } from "#solution/generated/names";
import { type OperationCall, type OperationResult, refusal } from "../../local-host/flows/connectors/contract";
import { readFlow } from "../../local-host/flows/definition/read";
import type { FlowObject } from "../../local-host/flows/expression/value";
import { type RunEnd, runToEnd } from "../../local-host/flows/run/run-flow";
import { Run } from "../../local-host/flows/run/run-state";

type Answers = (call: OperationCall) => OperationResult;

const ok = (body: FlowObject = {}): OperationResult => ({ statusCode: 200, headers: {}, body });

interface Played { readonly end: RunEnd; readonly calls: readonly string[]; readonly unsupported: readonly string[] }

/** Runs a shipped flow against scripted connectors; `calls` lists operations with the parameters that matter. */
async function play(key: string, answers: Answers, trigger: FlowObject = {}, variables: Readonly<Record<string, string>> = {}): Promise<Played> {
  const shipped = flows.find((flow) => flow.key === key);
  const known = new Map(Object.entries(variables));
  const flow = readFlow({ id: key, name: key, on: true, clientData: JSON.stringify(shipped?.content) }, known);
  const calls: string[] = [];
  const unsupported: string[] = [];
  const operation = (name: string) => (call: OperationCall): OperationResult => {
    const { actionName = name, entityName, ...rest } = call.parameters;
    const given = Object.entries(rest).filter(([path]) => !path.startsWith("$")).map(([path, value]) => `${path.split("/").at(-1) ?? ""}=${String(value)}`);
    calls.push([name === "PerformUnboundAction" ? actionName : name, ...given, ...(entityName === undefined ? [] : [entityName])].join(" "));
    return answers(call);
  };
  const connectors = {
    shared_commondataserviceforapps: Object.fromEntries(["ListRecords", "PerformUnboundAction", "UpdateOnlyRecord"].map((name) => [name, operation(name)])),
    shared_office365: { SendEmailV2: operation("SendEmailV2") },
  };
  const end = await runToEnd(new Run("run", flow, trigger, {
    clock: { now: () => "2026-11-23T02:00:00Z", set: () => undefined }, connectors, newGuid: () => "guid",
    noteUnsupported: (part) => { unsupported.push(JSON.stringify(part)); }, runChild: () => { throw new Error("no child flows"); },
  }));
  return { end, calls, unsupported };
}

describe("the nightly flow in the local host", () => {
  const companies = [{ duly_companyid: "a", duly_name: "Alfa" }, { duly_companyid: "b", duly_name: "Beta" }];

  /** Each company has a run "run-<id>" of two pages; `broken` answers instead where it has something to say. */
  const night = (broken: (name: string, of: string) => OperationResult | null): Answers => (call) => {
    const { actionName, ...given } = call.parameters;
    if (actionName === undefined) return ok({ value: companies });
    const of = String(given["item/CompanyId"] ?? given["item/RunId"]).replace("run-", "");
    const wrong = broken(String(actionName), of);
    if (wrong) return wrong;
    if (actionName === "duly_StartRun") return ok({ RunId: `run-${of}`, Cursor: "" });
    if (actionName === "duly_ProcessRunPage") return ok({ Cursor: given["item/Cursor"] === "+" ? "end" : "+" });
    return ok({ Status: "completed" });
  };

  const wholeRun = (of: string): readonly string[] => [
    `duly_StartRun CompanyId=${of} Mode=591850001`, `duly_ProcessRunPage RunId=run-${of} Cursor=`, `duly_ProcessRunPage RunId=run-${of} Cursor=+`, `duly_FinishRun RunId=run-${of}`, `duly_BalanceCalls CompanyId=${of}`,
  ];

  test("runs company after company, page after page", async () => {
    const { end, calls, unsupported } = await play("run-dunning-every-night", night(() => null));
    expect(end).toEqual({ status: "Succeeded", error: null });
    expect(calls.slice(1)).toEqual([...wholeRun("a"), ...wholeRun("b")]);
    expect(unsupported).toEqual([]);
  });

  test.each([
    ["StartRun", "duly_StartRun", ["duly_StartRun CompanyId=a Mode=591850001"]],
    ["a page", "duly_ProcessRunPage", ["duly_StartRun CompanyId=a Mode=591850001", "duly_ProcessRunPage RunId=run-a Cursor=", "duly_ProcessRunPage RunId=run-a Cursor= Alone=true", "duly_ProcessRunPage RunId=run-a Cursor= Alone=true Problem=DULY-RUN-003 refused"]],
    ["FinishRun", "duly_FinishRun", wholeRun("a").slice(0, -1)], ["BalanceCalls, its run being finished,", "duly_BalanceCalls", wholeRun("a")],
  ])("a company that fails in %s is told and does not stop the next", async (_what, name, before) => {
    const { end, calls } = await play("run-dunning-every-night", night((action, of) => (action === name && of === "a" ? refusal(400, "0x80040265", "DULY-RUN-003 refused") : null)));
    expect(calls.slice(1)).toEqual([...before, ...wholeRun("b")]);
    expect(end).toMatchObject({ status: "Failed", error: { code: "DULY-NIGHT", message: "Alfa: DULY-RUN-003 refused " } });
  });

  test("a page that fails is asked for its next debtor alone, then with the reason why that one is set apart; then the run goes on", async () => {
    let refusals = 0;
    const refused = (): OperationResult => { refusals += 1; return refusal(400, "0x80040265", "too long"); };
    const { end, calls } = await play("run-dunning-every-night", night((action, of) => (action === "duly_ProcessRunPage" && of === "a" && refusals < 2 ? refused() : null)));
    expect(calls.slice(1, 7)).toEqual([
      "duly_StartRun CompanyId=a Mode=591850001", "duly_ProcessRunPage RunId=run-a Cursor=", "duly_ProcessRunPage RunId=run-a Cursor= Alone=true",
      "duly_ProcessRunPage RunId=run-a Cursor= Alone=true Problem=too long", "duly_ProcessRunPage RunId=run-a Cursor=+", "duly_FinishRun RunId=run-a",
    ]);
    expect(end).toEqual({ status: "Succeeded", error: null });
  });

  test("a run that was done before is finished without a page", async () => {
    const { calls } = await play("run-dunning-every-night", night((name, of) => (name === "duly_StartRun" ? ok({ RunId: `run-${of}`, Cursor: "end" }) : null)));
    expect(calls.filter((call) => call.startsWith("duly_FinishRun"))).toEqual(["duly_FinishRun RunId=run-a", "duly_FinishRun RunId=run-b"]);
  });

  test("pages that never end fail the night instead of ending it quietly", async () => {
    const { end, calls } = await play("run-dunning-every-night", night((name, of) => (name === "duly_ProcessRunPage" && of === "a" ? ok({ Cursor: "x" }) : null)));
    expect(calls.filter((call) => call.startsWith("duly_ProcessRunPage RunId=run-a"))).toHaveLength(5000);
    expect(end).toMatchObject({ status: "Failed", error: { message: "Alfa: The run did not come to its end. " } });
    expect(calls.slice(-5)).toEqual(wholeRun("b"));
  });

  test.each([
    ["nothing set: every active company", {}, "statecode eq 0"],
    ["one company named: only that one", { duly_nightlycompany: "O'Hara" }, "statecode eq 0 and duly_code eq 'O''Hara'"],
    ["the bulk worker plays the nights: no company", { duly_worker: "yes" }, "statecode eq 0 and duly_companyid eq null"],
  ])("%s", async (_what, variables, filter) => {
    const asked: unknown[] = [];
    await play("run-dunning-every-night", (call) => { asked.push(call.parameters["$filter"]); return ok({ value: [] }); }, {}, variables);
    expect(asked).toEqual([filter]);
  });

  test("no list of companies: the night fails with the reason", async () => {
    const { end } = await play("run-dunning-every-night", () => refusal(403, "0x80040220", "No privilege"));
    expect(end).toMatchObject({ status: "Failed", error: { message: "No privilege" } });
  });
});

describe("the flow that releases messages in the local host", () => {
  const companies = [{ duly_companyid: "a", duly_name: "Alfa" }, { duly_companyid: "b", duly_name: "Beta" }];

  /** Each call of a company gives its next answer; when none is left, nothing is waiting. */
  const waiting = (answers: Readonly<Record<string, readonly OperationResult[]>>): Answers => {
    const called: Record<string, number> = {};
    return (call) => {
      if (call.parameters["actionName"] === undefined) return ok({ value: companies });
      const of = String(call.parameters["item/CompanyId"]);
      called[of] = (called[of] ?? 0) + 1;
      return answers[of]?.[called[of] - 1] ?? ok({ Released: 0, Left: 0 });
    };
  };
  const release = (of: string, times: number): readonly string[] => Array.from({ length: times }, () => `duly_ReleaseMessages CompanyId=${of}`);

  test("asks only for active companies with a planned message whose moment has come", async () => {
    const asked: unknown[] = [];
    const { end, unsupported } = await play("release-messages", (call) => { asked.push(call.parameters["$filter"]); return ok({ value: [] }); });
    expect([end.status, unsupported]).toEqual(["Succeeded", []]);
    expect(asked).toEqual([`statecode eq 0 and duly_company_communication_company/any(c:c/statuscode eq ${communicationStatus.planned} and c/duly_scheduledfor le 2026-11-23T02:00:00Z)`]);
  });

  test("calls again until a call moves nothing, company after company", async () => {
    const { end, calls } = await play("release-messages", waiting({ a: [ok({ Released: 200, Left: 0 }), ok({ Released: 0, Left: 12 })], b: [ok({ Released: 1, Left: 0 })] }));
    expect(calls.slice(1)).toEqual([...release("a", 3), ...release("b", 2)]);
    expect(end).toEqual({ status: "Succeeded", error: null });
  });

  test("a company that fails is told and does not stop the next", async () => {
    const { end, calls } = await play("release-messages", waiting({ a: [ok({ Released: 5, Left: 0 }), refusal(400, "0x80040265", "DULY-RUN-001 refused")], b: [ok({ Released: 1, Left: 0 })] }));
    expect(calls.slice(1)).toEqual([...release("a", 2), ...release("b", 2)]);
    expect(end).toMatchObject({ status: "Failed", error: { code: "DULY-RELEASE", message: "Alfa: DULY-RUN-001 refused " } });
  });

  test("messages that never end fail the flow instead of ending it quietly", async () => {
    const { end, calls } = await play("release-messages", (call) => (call.parameters["actionName"] === undefined ? ok({ value: companies }) : ok({ Released: call.parameters["item/CompanyId"] === "a" ? 1 : 0, Left: 0 })));
    expect(calls.slice(1)).toEqual([...release("a", 1000), ...release("b", 1)]);
    expect(end).toMatchObject({ status: "Failed", error: { message: "Alfa: Not all messages could be released. " } });
  });

  test("no list of companies: it fails with the reason", async () => {
    const { end } = await play("release-messages", () => refusal(403, "0x80040220", "No privilege"));
    expect(end).toMatchObject({ status: "Failed", error: { code: "DULY-RELEASE", message: "No privilege" } });
  });
});

describe("the e-mail flow in the local host", () => {
  const trigger: FlowObject = { outputs: { body: { duly_communicationid: "c1", duly_address: "ap@debtor.example", duly_name: "Reminder", duly_body: "<p>Please pay</p>", duly_sender: "ar@seller.example" } } };
  const answer = (allowed: boolean, broken: Readonly<Record<string, OperationResult>> = {}): Answers => (call) => {
    const name = call.actionName;
    return broken[name] ?? ok(call.parameters["actionName"] === undefined ? {} : { Allowed: allowed, Reason: "paid", Text: "The item is paid." });
  };

  test("asks, sends, marks as sent", async () => {
    const { end, calls } = await play("send-email", answer(true), trigger);
    expect(end.status).toBe("Succeeded");
    expect(calls).toEqual([
      "duly_CheckBeforeSend CommunicationId=c1",
      "SendEmailV2 From=null To=ap@debtor.example Subject=Reminder Body=<p>Please pay</p> ReplyTo=ar@seller.example Importance=Normal",
      expect.stringMatching(/^UpdateOnlyRecord recordId=c1 statuscode=591850001 duly_senton=2026-11-23T02:00:00\S* duly_communications$/),
    ]);
  });

  test("a test recipient gets the message in place of the debtor", async () => {
    const { calls } = await play("send-email", answer(true), trigger, { duly_testrecipient: "me@office.example" });
    expect(calls[1]).toContain("To=me@office.example");
  });

  test("a sender mailbox, when one is set, is whom the message is from", async () => {
    const { calls } = await play("send-email", answer(true), trigger, { duly_sendermailbox: "ar@company.example" });
    expect(calls[1]).toContain("From=ar@company.example");
  });

  test("not allowed: nothing is sent, the reason is kept", async () => {
    const { end, calls } = await play("send-email", answer(false), trigger);
    expect(end.status).toBe("Succeeded");
    expect(calls.slice(1)).toEqual(["UpdateOnlyRecord recordId=c1 statecode=1 statuscode=2 duly_note=The item is paid. duly_communications"]);
  });

  test("a message that an earlier run of the same trigger sent is left as it is", async () => {
    const { end, calls } = await play("send-email", answer(false, { Check_that_it_may_still_be_sent: ok({ Allowed: false, Reason: "notReady", Text: "It is not ready." }) }), trigger);
    expect([end.status, calls]).toEqual(["Succeeded", ["duly_CheckBeforeSend CommunicationId=c1"]]);
  });

  test.each([
    ["the mail is refused", { Send_the_e_mail: refusal(400, "ErrorInvalidRecipients", "bad address") }, "bad address", "null"],
    ["the check fails", { Check_that_it_may_still_be_sent: refusal(400, "0x80040265", "DULY-SEND-001 gone") }, "DULY-SEND-001 gone", "null"],
    ["it was sent, but not marked", { Mark_it_as_sent: refusal(400, "0x80040265", "locked") }, "The message was sent, but could not be marked as sent.", "2026-11-23T02:00:00.0000000Z"],
  ])("%s: marked as failed with a note, and the run fails", async (_what, broken, note, senton) => {
    const { end, calls } = await play("send-email", answer(true, broken), trigger);
    expect(calls.at(-1)).toBe(`UpdateOnlyRecord recordId=c1 statuscode=591850003 duly_note=${note} duly_senton=${senton} duly_communications`);
    expect(end).toMatchObject({ status: "Failed", error: { code: "DULY-SEND", message: note } });
  });
});
