import { views } from "../model/view";
import { creditclass, customchannel, feeband, paymenttype, segment, stepvariant, strategy, strategystep, template, templatetext, templatevariant } from "../schema/policy";

export const creditclassViews = views(creditclass, {
  cells: [["name", 200], ["code", 100], ["dunnable", 90], ["strategy", 180], ["channel", 120], ["gracedays", 100]],
  find: ["name", "code"], lookup: [["code", 100]], order: [["name", "asc"]], more: [],
});

export const paymenttypeViews = views(paymenttype, {
  cells: [["name", 200], ["code", 100], ["dunnable", 90], ["gracedays", 100]],
  find: ["name", "code"], lookup: [["code", 100]], order: [["name", "asc"]], more: [],
});

export const customchannelViews = views(customchannel, {
  cells: [["name", 200], ["code", 120]], find: ["name", "code"], lookup: [["code", 120]], order: [["name", "asc"]], more: [],
});

export const stepvariantViews = views(stepvariant, {
  cells: [["strategystep", 200], ["sequence", 80], ["name", 200], ["context", 140], ["days", 80], ["skip", 80], ["template", 180], ["channel", 100]],
  find: ["name"], lookup: [["strategystep", 200]], order: [["strategystep", "asc"], ["sequence", "asc"]], more: [],
});

export const feebandViews = views(feeband, {
  cells: [["strategystep", 200], ["sequence", 80], ["name", 180], ["upto", 120], ["amount", 120], ["percent", 90]],
  find: ["name"], lookup: [["strategystep", 200]], order: [["strategystep", "asc"], ["sequence", "asc"]], more: [],
});

export const templatevariantViews = views(templatevariant, {
  cells: [["template", 200], ["sequence", 80], ["name", 200], ["variant", 200], ["creditclass", 140], ["segment", 140], ["paymenttype", 140]],
  find: ["name"], lookup: [["template", 200]], order: [["template", "asc"], ["sequence", "asc"]], more: [],
});

export const segmentViews = views(segment, {
  cells: [["sequence", 80], ["name", 200], ["code", 100], ["debtorkind", 130], ["country", 80], ["strategy", 180]],
  find: ["name", "code"], lookup: [["code", 100]], order: [["sequence", "asc"]], more: [],
});

export const strategyViews = views(strategy, {
  cells: [["name", 220], ["code", 120], ["modifiedon", 140]],
  find: ["name", "code"], lookup: [["code", 120]], order: [["name", "asc"]], more: [],
});

export const strategystepViews = views(strategystep, {
  cells: [["strategy", 200], ["sequence", 80], ["name", 200], ["offsetdays", 120], ["offsetbase", 140], ["channel", 100], ["template", 180], ["minimumamount", 130]],
  find: ["name"], lookup: [["strategy", 200], ["sequence", 80]], order: [["strategy", "asc"], ["sequence", "asc"]], more: [],
});

export const templateViews = views(template, {
  cells: [["name", 220], ["code", 120], ["channel", 100], ["tone", 120]],
  find: ["name", "code"], lookup: [["channel", 100]], order: [["name", "asc"]], more: [],
});

export const templatetextViews = views(templatetext, {
  cells: [["name", 200], ["template", 200], ["language", 110], ["subject", 260]],
  find: ["name", "subject"], lookup: [["language", 110]], order: [["name", "asc"]], more: [],
});
