import { Panel, PanelType } from "@fluentui/react";
import * as React from "react";
import { readForms } from "../api/components";
import type { TableMetadata } from "../api/metadata.types";
import { usePlayer } from "../shell/player";
import type { Parent } from "../shell/route";
import { Loaded, Loading } from "../shell/States";
import { fill } from "../shell/texts";
import { useLoad } from "../shell/useLoad";
import { readForm } from "./formxml";
import { useForm } from "./host";
import { openSession } from "./open";
import { RowForm } from "./RowForm";

const QUICK_CREATE = 7;

interface Props { readonly table: TableMetadata; /** Lookup to the present row. */ readonly column: string | null; readonly onClose: (created: boolean) => void }

const FullForm: React.FC<{ readonly table: string; readonly parent: Parent | null }> = ({ table, parent }) => {
  const { router } = usePlayer();
  React.useEffect(() => { router.go({ page: "row", table, id: null, parent }); }, [router, table, parent]);
  return <Loading />;
};

/** A new related row: in the table's quick create form beside the present one, or in its main form when it has none. */
export const QuickCreate: React.FC<Props> = ({ table, column, onClose }) => {
  const player = usePlayer();
  const { session } = useForm();
  const name = session.table.primaryName ? session.value(session.table.primaryName) : null;
  const parent = column && session.id ? { column, table: session.table.name, id: session.id, name: String(name ?? session.id) } : null;
  const [load, retry] = useLoad(async () => {
    const form = (await readForms(player.api, table.name, QUICK_CREATE))[0];
    return form ? { model: readForm(form.xml), session: await openSession(player, { table: table.name, id: null, parent }) } : null;
  }, [player, table]);
  return (
    <Loaded load={load} retry={retry}>{(form) => (form ? (
      <Panel isOpen type={PanelType.medium} headerText={fill(player.texts.newTitle, table.label)} closeButtonAriaLabel={player.texts.close} isBlocking onDismiss={() => { onClose(false); }}>
        <RowForm {...form} turn={0} kind="panel" onClose={() => { onClose(true); }} />
      </Panel>
    ) : <FullForm table={table.name} parent={parent} />)}</Loaded>
  );
};
