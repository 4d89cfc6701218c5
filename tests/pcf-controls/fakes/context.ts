import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Host } from "../../../pcf-controls/shared/host";
import { toHost } from "../../../pcf-controls/shared/host";
import { openRows } from "../../../pcf-controls/shared/rows";

/** Control whose strings are used. */
export type ControlName = "CollectionTimeline" | "PromiseToPay";

/** Strings of a control in one language, out of its resx. */
export function readStrings(control: ControlName, lcid: 1033 | 1038): ReadonlyMap<string, string> {
  const xml = readFileSync(join(__dirname, "../../../pcf-controls", control, "strings", `${control}.${lcid}.resx`), "utf8");
  const entries = [...xml.matchAll(/<data name="(\w+)"[^>]*><value>([^<]*)<\/value>/g)];
  return new Map(entries.map(([, name = "", value = ""]) => [name, value]));
}

/** What a test gives of the platform. */
export interface Platform {
  readonly control: ControlName;
  readonly webAPI: ComponentFramework.WebApi;
  readonly entityId?: string;
  readonly lcid?: 1033 | 1038;
  readonly disabled?: boolean;
  readonly openForm?: (options: unknown) => Promise<unknown>;
}

/** A model-driven form's context as far as the controls use it; strings that do not exist are refused. */
export function fakeContext(platform: Platform) {
  const lcid = platform.lcid ?? 1033;
  const strings = readStrings(platform.control, lcid);
  const locale = lcid === 1038 ? "hu-HU" : "en-GB";
  const decimal = (value: number, digits = 2): string => new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
  const context = {
    parameters: { debtor: { raw: "D-1" } },
    mode: { isControlDisabled: platform.disabled ?? false, contextInfo: { entityId: platform.entityId ?? "{11111111-1111-4111-8111-111111111111}" } },
    resources: {
      getString: (key: string) => {
        const text = strings.get(key);
        if (text === undefined) throw new Error(`No string ${key} in ${platform.control}.${lcid}.resx`);
        return text;
      },
    },
    formatting: {
      formatCurrency: (value: number, digits: number, symbol: string) => (lcid === 1038 ? `${decimal(value, digits)} ${symbol}` : `${symbol}${decimal(value, digits)}`),
      formatDecimal: decimal, formatDateShort: (date: Date) => new Intl.DateTimeFormat(locale).format(date),
    },
    navigation: { openForm: platform.openForm ?? (() => Promise.resolve({})) },
    userSettings: { isRTL: false, languageId: lcid, dateFormattingInfo: { firstDayOfWeek: 1 } },
    webAPI: platform.webAPI,
  };
  return context as unknown as ComponentFramework.Context<{ readonly debtor: ComponentFramework.PropertyTypes.StringProperty }>;
}

/** Host of a component test; its day is fixed. */
export function fakeHost(platform: Platform, today = "2026-11-24"): Host {
  const context = fakeContext(platform);
  return { ...toHost(context, openRows(context.webAPI), new AbortController().signal), today: () => today };
}
