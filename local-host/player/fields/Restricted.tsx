import * as React from "react";
import { Icon } from "@fluentui/react";
import { usePlayer } from "../shell/player";

/** What stands in the place of a value that the user may not read, whether there is one or not. */
export const Restricted: React.FC<{ readonly id?: string; readonly label: string }> = ({ id, label }) => {
  const { texts } = usePlayer();
  return (
    <div id={id} className="mda-read mda-restricted" role="group" aria-label={label} aria-readonly="true">
      <Icon iconName="Lock" aria-hidden="true" /> {texts.restricted}
    </div>
  );
};
