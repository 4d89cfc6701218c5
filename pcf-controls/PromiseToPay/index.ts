import { DebtorControl } from "../shared/DebtorControl";
import type { IInputs } from "./generated/ManifestTypes";
import { PromiseView } from "./PromiseView";

/** Takes and shows promises to pay; writes rows of its own table. */
export class PromiseToPay extends DebtorControl<IInputs> {
  public constructor() {
    super(PromiseView);
  }
}
