import type { App } from "./model/app";
import { allocation, company, contactpoint, debtor, invoice, openitem, payment } from "./schema/ledger";
import { creditclass, segment, strategy, strategystep, template, templatetext } from "./schema/policy";
import { communication, dispute, hold, promise, run } from "./schema/work";

export const app: App = {
  uniqueName: "duly_collections", label: "Duly Collections",
  help: "Debtors, open items and what is done about them.",
  areas: [
    { key: "collections", label: "Collections", groups: [
      { key: "worklist", label: "Worklist", tables: [debtor, openitem] },
      { key: "agreements", label: "Agreements", tables: [promise, dispute, hold] },
      { key: "messages", label: "Messages", tables: [communication] },
    ] },
    { key: "ledger", label: "Ledger", groups: [
      { key: "masterdata", label: "Companies and addresses", tables: [company, contactpoint] },
      { key: "documents", label: "Documents", tables: [invoice, payment, allocation] },
    ] },
    { key: "policy", label: "Policy", groups: [
      { key: "strategies", label: "Strategies", tables: [strategy, strategystep] },
      { key: "texts", label: "Texts", tables: [template, templatetext] },
      { key: "classes", label: "Segments and classes", tables: [segment, creditclass] },
    ] },
    { key: "operations", label: "Operations", groups: [{ key: "nights", label: "Nights", tables: [run] }] },
  ],
  roles: ["collector", "dunning-manager", "administrator"],
};
