/** Level of a message above a form. */
export type Level = "INFO" | "WARNING" | "ERROR";

/** A message above a form. */
export interface Notice { readonly level: Level; readonly text: string }

/** Shows a message under an id, in place of what the id showed before; null takes it away. */
export function notify(form: Xrm.FormContext, id: string, message: Notice | null): void {
  form.ui.clearFormNotification(id);
  if (message !== null) form.ui.setFormNotification(message.text, message.level, id);
}

/** Id of a row without braces, lower case; "" for a row that is not saved. */
export const plainId = (id: string | undefined): string => (id ?? "").replace(/[{}]/g, "").toLowerCase();

/** Whether the form creates a row. */
export const isCreate = (form: Xrm.FormContext): boolean => form.ui.getFormType() === 1;

const codeOf = (error: object): string => {
  const code = "errorCode" in error ? error.errorCode : "code" in error ? error.code : undefined;
  if (typeof code === "number") return `0x${(code >>> 0).toString(16).padStart(8, "0")}`;
  return typeof code === "string" && code !== "" ? code : "UNKNOWN";
};

/** Text of a failed call: what did not work, why, and the code to quote. A message of our rules begins with its own code. */
export function failureText(what: string, error: unknown): string {
  const message = typeof error === "object" && error !== null && "message" in error ? String(error.message) : String(error);
  if (/DULY-[A-Z]+-\d{3}/.test(message)) return `${what} ${message}`;
  return `${what} ${message} (${typeof error === "object" && error !== null ? codeOf(error) : "UNKNOWN"})`;
}
