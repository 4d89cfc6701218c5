import { separators } from "../fields/format";
import { isRightToLeft } from "../shell/language";
import { makeNavigation } from "../xrm/navigation";
import { refusing } from "../xrm/refuse";
import { dateFormattingInfo, makeFormatting } from "./formatting";
import type { ControlPlace } from "./host.types";
import { fluentDesignLanguage } from "./theme";

function makeMode({ label, disabled, visible, row, allocated, trackSize }: ControlPlace): object {
  const { id, table, name } = row();
  const { width, height } = allocated();
  return {
    label, isControlDisabled: disabled(), isVisible: visible(), allocatedWidth: width, allocatedHeight: height, trackContainerResize: trackSize,
    contextInfo: { entityId: id, entityTypeName: table, entityRecordName: name },
    setControlState: () => true, setNotification: undefined,
  };
}

function numberFormattingInfo(locale: string): object {
  const { decimal, group } = separators(locale);
  return { currencyDecimalSeparator: decimal, currencyGroupSeparator: group, numberDecimalSeparator: decimal, numberGroupSeparator: group, numberDecimalDigits: 2, currencyDecimalDigits: 2, negativeSign: "-", numberGroupSizes: [3] };
}

/** The zone of the browser; without a day the standard offset, as the platform answers. */
function zoneOffset(day?: Date): number {
  if (day) return -day.getTimezoneOffset();
  return Math.min(-new Date(2023, 0, 1).getTimezoneOffset(), -new Date(2023, 6, 1).getTimezoneOffset());
}

const makeUserSettings = ({ lcid, locale, user }: ControlPlace["player"]): object => refusing({
  languageId: lcid, userId: user.id, userName: user.name, isRTL: isRightToLeft(lcid), securityRoles: [],
  dateFormattingInfo: dateFormattingInfo(locale), numberFormattingInfo: numberFormattingInfo(locale), getTimeZoneOffsetMinutes: zoneOffset,
}, "context.userSettings");

const clientOf = (): object => ({ getClient: () => "Web", getFormFactor: () => 1, isOffline: () => false, isNetworkAvailable: () => true, disableScroll: false });

/** The parts of a control's context that stay the same between draws. */
export interface FixedContext { readonly [name: string]: unknown }

/** Builds the fixed parts once a control. */
export const makeFixedContext = (place: ControlPlace): FixedContext => ({
  client: clientOf(),
  device: refusing({}, "context.device"),
  factory: refusing({ requestRender: place.requestRender }, "context.factory"),
  formatting: refusing(makeFormatting(place.player.locale), "context.formatting"),
  navigation: refusing(makeNavigation(place.player), "context.navigation"),
  resources: refusing({ getString: (key: string) => place.strings.get(key) ?? key }, "context.resources"),
  userSettings: makeUserSettings(place.player),
  utils: refusing({ getEntityMetadata: (table: string) => place.player.metadata(table) }, "context.utils"),
  webAPI: refusing(place.records, "context.webAPI"),
  fluentDesignLanguage, events: {}, copilot: undefined,
});

/** The context of one draw. `parameters` holds properties and datasets by their manifest names. */
export const makeContext = (fixed: FixedContext, place: ControlPlace, parameters: object, updated: readonly string[]): object => ({
  ...fixed, mode: makeMode(place), parameters, updatedProperties: [...updated],
});
