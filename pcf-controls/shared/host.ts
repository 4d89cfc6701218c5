import type { Currency } from "./currency";
import type { Day } from "./day";
import { toDate, toDay } from "./day";
import type { Rows } from "./rows";
import type { TokenTheme } from "./theme";

/** Text of a resx key; {0}, {1} … are replaced by the arguments. */
export type Texts = (key: string, ...values: readonly (string | number)[]) => string;

/** Money and day texts in the user's format. */
export interface Format {
  /** Amount in major units with its currency's symbol and decimals; without a currency a plain decimal. */
  money(amount: number, currency: Currency | undefined): string;
  decimal(amount: number, precision: number): string;
  day(day: Day): string;
}

/** All that a control's components know of the platform. */
export interface Host {
  /** Id of the debtor that the form shows; "" while it is not saved yet. */
  readonly debtorId: string;
  readonly disabled: boolean;
  readonly rows: Rows;
  readonly texts: Texts;
  readonly format: Format;
  readonly theme: { readonly tokens: TokenTheme; readonly dark: boolean; readonly rtl: boolean };
  /** 0 = Sunday. */
  readonly firstWeekday: number;
  readonly today: () => Day;
  /** Opens the form of a row. */
  open(table: string, id: string): void;
  /** Aborted by destroy: answers that come later are ignored. */
  readonly life: AbortSignal;
}

type Context = ComponentFramework.Context<unknown>;

/** One object, as a new one would make a new theme at every update. */
const noTokens: TokenTheme = {};

const toTexts = (resources: ComponentFramework.Resources): Texts => (key, ...values) =>
  resources.getString(key).replace(/\{(\d)\}/g, (_, index) => String(values[Number(index)] ?? ""));

const toFormat = (formatting: ComponentFramework.Formatting): Format => ({
  money: (amount, currency) =>
    currency === undefined ? formatting.formatDecimal(amount, 2) : formatting.formatCurrency(amount, currency.precision, currency.symbol),
  decimal: (amount, precision) => formatting.formatDecimal(amount, precision),
  day: (day) => formatting.formatDateShort(toDate(day)),
});

/** The id of the form's row; the typings do not know `contextInfo`, and hosts give it with or without braces. */
function entityId(mode: ComponentFramework.Mode): string {
  const known = mode as ComponentFramework.Mode & { readonly contextInfo?: { readonly entityId?: string | null } };
  return (known.contextInfo?.entityId ?? "").replace(/[{}]/g, "").toLowerCase();
}

/** Turns the platform's context into what the components need. `rows` and `life` stay the same over the life of the control. */
export function toHost(context: Context, rows: Rows, life: AbortSignal): Host {
  const design = context.fluentDesignLanguage;
  return {
    debtorId: entityId(context.mode),
    disabled: context.mode.isControlDisabled,
    rows,
    texts: toTexts(context.resources),
    format: toFormat(context.formatting),
    theme: { tokens: design?.tokenTheme ?? noTokens, dark: design?.isDarkTheme ?? false, rtl: context.userSettings.isRTL },
    firstWeekday: context.userSettings.dateFormattingInfo?.firstDayOfWeek ?? 1,
    today: () => toDay(new Date()),
    open: (table, id) => void context.navigation.openForm({ entityName: table, entityId: id }),
    life,
  };
}
