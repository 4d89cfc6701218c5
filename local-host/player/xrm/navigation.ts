import type { Player } from "../shell/player";
import { plainId } from "./convert";
import { refusal } from "./refuse";

interface AlertStrings { readonly text: string; readonly title?: string; readonly confirmButtonLabel?: string }
interface ConfirmStrings extends AlertStrings { readonly cancelButtonLabel?: string; readonly subtitle?: string }
interface FormOptions { readonly entityName?: string; readonly entityId?: string }

/** The part of the platform's navigation that scripts and controls share. */
export interface ClientNavigation {
  openAlertDialog(strings: AlertStrings): Promise<void>;
  openConfirmDialog(strings: ConfirmStrings): Promise<{ confirmed: boolean }>;
  openErrorDialog(problem: { readonly message?: string; readonly errorCode?: number }): Promise<void>;
  /** Opens a row, or a new one without entityId; resolves once the address has changed. */
  openForm(options: FormOptions): Promise<{ savedEntityReference: null }>;
  openUrl(url: string): void;
}

/** Navigation by the player's own dialogs and router. */
export function makeNavigation({ dialogs, router, texts }: Player): ClientNavigation {
  return {
    openAlertDialog: async (strings) => {
      await dialogs.ask({ title: strings.title ?? "", text: strings.text, confirm: strings.confirmButtonLabel ?? texts.ok, cancel: null });
    },
    openConfirmDialog: async (strings) => ({
      confirmed: await dialogs.ask({ title: strings.title ?? "", text: strings.text, confirm: strings.confirmButtonLabel ?? texts.ok, cancel: strings.cancelButtonLabel ?? texts.cancel }),
    }),
    openErrorDialog: async ({ message, errorCode }) => {
      await dialogs.ask({ title: errorCode ? `0x${errorCode.toString(16)}` : "", text: message ?? "", confirm: texts.ok, cancel: null });
    },
    openForm: async ({ entityName, entityId }) => {
      if (!entityName) throw refusal("client API", "Navigation.openForm without entityName");
      router.go({ page: "row", table: entityName, id: entityId ? plainId(entityId) : null, parent: null });
      return { savedEntityReference: null };
    },
    openUrl: (url) => { window.open(url, "_blank", "noopener"); },
  };
}
