import { DebtorControl } from "../shared/DebtorControl";
import type { IInputs } from "./generated/ManifestTypes";
import { Timeline } from "./Timeline";

/** Shows what happened with the debtor, newest first; changes nothing. */
export class CollectionTimeline extends DebtorControl<IInputs> {
  public constructor() {
    super(Timeline);
  }
}
