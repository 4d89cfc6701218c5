import { isWrittenLike } from "#domain/contactpoints/spelling";
import { stop } from "#domain/messages/fault";
import { defineStep } from "../../sdk/rule";

const table = "duly_company";

/** Reminders are signed with the sender and answers go to it: it is one e-mail address on one line, or empty. */
const senderChecked = (message: "Create" | "Update") => defineStep(
  { id: `company.sender.${message.toLowerCase()}`, message, table, stage: "PreOperation", ...(message === "Update" ? { filteringAttributes: ["duly_sender"], images: { pre: ["duly_name"] } } : {}) },
  function* ({ target, preImage }) {
    const sender = target.duly_sender ?? "";
    if (sender !== "" && (sender !== sender.trim() || !isWrittenLike(sender, "email"))) stop("DULY-COMPANY-001", { company: target.duly_name ?? preImage.duly_name ?? "", sender });
    return [];
  },
);

export const companyRules = [senderChecked("Create"), senderChecked("Update")];
