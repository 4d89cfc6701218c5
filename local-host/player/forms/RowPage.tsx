import * as React from "react";
import { readForms } from "../api/components";
import { usePlayer } from "../shell/player";
import type { Parent } from "../shell/route";
import { Empty, Loaded } from "../shell/States";
import { useLoad } from "../shell/useLoad";
import { readForm } from "./formxml";
import { openSession } from "./open";
import { RowForm } from "./RowForm";

const MAIN = 2;

interface Props { readonly table: string; readonly id: string | null; readonly parent: Parent | null; readonly turn: number }

/** One row in the table's main form. */
export const RowPage: React.FC<Props> = ({ table, id, parent, turn }) => {
  const player = usePlayer();
  const { router, texts } = player;
  const [load, retry] = useLoad(async () => {
    const [forms, session] = await Promise.all([readForms(player.api, table, MAIN), openSession(player, { table, id, parent })]);
    return { session, model: forms[0] ? readForm(forms[0].xml) : null };
  }, [player, table, id]);
  return (
    <Loaded load={load} retry={retry}>{({ session, model }) => (
      model ? <RowForm session={session} model={model} turn={turn} kind="page"
        onClose={() => { router.go({ page: "list", table, view: null }); }} onCreated={(created) => { router.go({ page: "row", table, id: created, parent: null }, "replace"); }} /> : <Empty>{texts.noForm}</Empty>
    )}</Loaded>
  );
};
