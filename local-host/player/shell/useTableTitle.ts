import * as React from "react";
import { usePlayer } from "./player";

/** Plural name of a table; empty until it is known, its logical name when it cannot be read. */
export function useTableTitle(table: string | null): string {
  const { metadata } = usePlayer();
  const [title, setTitle] = React.useState("");
  React.useEffect(() => {
    let wanted = true;
    if (table) metadata(table).then((found) => { if (wanted) setTitle(found.pluralLabel); }, () => { if (wanted) setTitle(table); });
    return () => { wanted = false; };
  }, [metadata, table]);
  return title;
}
