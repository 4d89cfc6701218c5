import { DefaultButton, Dialog, DialogFooter, DialogType, PrimaryButton } from "@fluentui/react";
import * as React from "react";
import { usePlayer } from "./player";

/** Draws the question that waits for the user's answer. */
export const DialogHost: React.FC = () => {
  const { dialogs } = usePlayer();
  const [, redraw] = React.useReducer((turn: number) => turn + 1, 0);
  React.useEffect(() => dialogs.listen(redraw), [dialogs]);
  const question = dialogs.current();
  if (!question) return null;
  return (
    <Dialog hidden={false} onDismiss={() => { question.answer(false); }} modalProps={{ isBlocking: true }}
      dialogContentProps={{ type: DialogType.normal, title: question.title, subText: question.text, showCloseButton: false }}>
      <DialogFooter>
        <PrimaryButton text={question.confirm} onClick={() => { question.answer(true); }} />
        {question.cancel ? <DefaultButton text={question.cancel} onClick={() => { question.answer(false); }} /> : null}
      </DialogFooter>
    </Dialog>
  );
};
