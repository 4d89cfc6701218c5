import { Panel, PanelType, Spinner, SpinnerSize } from "@fluentui/react";
import * as React from "react";
import { formatDay } from "../fields/format";
import { type NightResult, playNight } from "../api/local";
import { usePlayer } from "./player";
import { Failure } from "./States";
import { fill } from "./texts";

const Summary: React.FC<{ readonly result: NightResult }> = ({ result }) => {
  const { texts } = usePlayer();
  if (result.summary.length === 0) return <p>{texts.nightNothing}</p>;
  return <dl className="mda-summary">{result.summary.map(([label, value]) => <React.Fragment key={label}><dt>{label}</dt><dd>{value}</dd></React.Fragment>)}</dl>;
};

type Outcome = { readonly result: NightResult } | { readonly problem: unknown };

/** The command that plays one night on the host, its progress and what came of it. */
export const NightCommand: React.FC<{ readonly onPlayed: (result: NightResult) => void }> = ({ onPlayed }) => {
  const { texts, locale } = usePlayer();
  const [running, setRunning] = React.useState(false);
  const [outcome, setOutcome] = React.useState<Outcome | null>(null);
  const play = (): void => {
    setRunning(true);
    playNight()
      .then((result) => { setOutcome({ result }); onPlayed(result); }, (problem: unknown) => { setOutcome({ problem }); })
      .finally(() => { setRunning(false); });
  };
  const title = outcome && "result" in outcome ? fill(texts.nightDone, formatDay(outcome.result.day, locale)) : texts.nightFailed;
  return (
    <>
      <button type="button" className="mda-night" disabled={running} onClick={play}>{running ? <Spinner size={SpinnerSize.xSmall} /> : <span aria-hidden="true">☾</span>}<span>{running ? texts.nightRunning : texts.night}</span></button>
      <span className="mda-only-read" role="status">{running ? texts.nightRunning : outcome ? title : ""}</span>
      <Panel isOpen={outcome !== null} type={PanelType.smallFixedFar} headerText={title} closeButtonAriaLabel={texts.close} onDismiss={() => { setOutcome(null); }}>
        {outcome ? "result" in outcome ? <Summary result={outcome.result} /> : <Failure problem={outcome.problem} /> : null}
      </Panel>
    </>
  );
};
