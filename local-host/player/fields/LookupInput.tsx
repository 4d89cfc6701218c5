import { IconButton } from "@fluentui/react";
import * as React from "react";
import { isLookup } from "../api/values";
import { Link } from "../shell/Link";
import { usePlayer } from "../shell/player";
import { fill } from "../shell/texts";
import type { FieldProps } from "./field.types";
import { LookupDialog } from "./LookupDialog";

/** A row of another table: opens it, clears it, or searches for another one. */
export const LookupInput: React.FC<FieldProps> = ({ id, attribute, label, value, required, onChange }) => {
  const { texts } = usePlayer();
  const [searching, setSearching] = React.useState(false);
  const chosen = isLookup(value) ? value : null;
  return (
    <div className="mda-lookup" role="group" aria-label={label}>
      <span className="mda-lookup-value">
        {chosen ? <Link to={{ page: "row", table: chosen.entityType, id: chosen.id, parent: null }}>{chosen.name}</Link> : texts.empty}
      </span>
      {chosen && !required ? <IconButton iconProps={{ iconName: "Cancel" }} ariaLabel={fill(texts.lookupClear, label)} onClick={() => { onChange(null); }} /> : null}
      <IconButton id={id} iconProps={{ iconName: "Search" }} ariaLabel={fill(texts.lookupButton, label)} aria-haspopup="dialog" onClick={() => { setSearching(true); }} />
      {searching ? <LookupDialog title={fill(texts.lookupTitle, label)} targets={attribute.targets} onDismiss={() => { setSearching(false); }}
        onChoose={(next) => { setSearching(false); onChange(next); }} /> : null}
    </div>
  );
};
