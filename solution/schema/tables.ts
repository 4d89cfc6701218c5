import type { Table } from "../model/table";
import { allocation, company, contactpoint, debtor, invoice, openitem, payment } from "./ledger";
import { creditclass, segment, strategy, strategystep, template, templatetext } from "./policy";
import { communication, communicationline, dispute, hold, promise, promiseline, run } from "./work";

/** Every table of the solution, in the order in which docs and packages list them. */
export const tables: readonly Table[] = [
  company, debtor, contactpoint, invoice, openitem, payment, allocation,
  creditclass, segment, strategy, strategystep, template, templatetext,
  run, communication, communicationline, promise, promiseline, dispute, hold,
];
