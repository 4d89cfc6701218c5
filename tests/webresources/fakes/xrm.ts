import { XrmMockGenerator } from "xrm-mock";

/** What a test's server answers; what is not given is refused by xrm-mock. */
export interface Server {
  readonly retrieveMultipleRecords?: jest.Mock;
  readonly execute?: jest.Mock;
}

/** Starts a form of one row. `formType` 1 = create, 2 = update. */
export function openForm(row: { readonly table: string; readonly id: string; readonly formType: 1 | 2; readonly languageId: number }): Xrm.Events.EventContext {
  XrmMockGenerator.initialise({ entity: { id: row.id, entityName: row.table } as never });
  const form = XrmMockGenerator.getFormContext();
  jest.spyOn(form.ui, "getFormType").mockReturnValue(row.formType as XrmEnum.FormType);
  jest.spyOn(form.data.entity, "getId").mockReturnValue(row.id);
  // xrm-mock gives no language of its own.
  Object.assign(Xrm.Utility.getGlobalContext().userSettings, { languageId: row.languageId });
  return XrmMockGenerator.getEventContext();
}

/** Lets the mock's Web API answer; its own functions only throw. */
export function serve(server: Server): void {
  if (server.retrieveMultipleRecords) jest.spyOn(Xrm.WebApi, "retrieveMultipleRecords").mockImplementation(server.retrieveMultipleRecords);
  if (server.execute) Object.assign(Xrm.WebApi, { online: { execute: server.execute } });
}

/** Messages above the form: level and text. */
export const notices = (): readonly (readonly [string, string])[] =>
  (XrmMockGenerator.getFormContext().ui as unknown as { formNotifications?: { level: string; message: string }[] }).formNotifications?.map(({ level, message }) => [level, message] as const) ?? [];

/** Answer of `execute` as the platform gives it. */
export const answer = (body: unknown): { text: () => Promise<string> } => ({ text: () => Promise.resolve(JSON.stringify(body)) });
