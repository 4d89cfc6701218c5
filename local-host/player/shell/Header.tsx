import * as React from "react";
import type { NightResult } from "../api/local";
import { formatDay } from "../fields/format";
import { LanguageSwitch } from "./LanguageSwitch";
import { Link } from "./Link";
import { NightCommand } from "./NightCommand";
import { usePlayer } from "./player";

interface Props {
  readonly appName: string;
  /** "YYYY-MM-DD"; empty while it is not known. */
  readonly day: string;
  readonly languages: readonly number[];
  readonly menuOpen: boolean;
  readonly onMenu: () => void;
  readonly onPlayed: (result: NightResult) => void;
}

/** Name of the app, the host's business day and the commands that are there on every page. */
export const Header: React.FC<Props> = ({ appName, day, languages, menuOpen, onMenu, onPlayed }) => {
  const { texts, locale } = usePlayer();
  return (
    <header className="mda-header">
      <button type="button" className="mda-menu" aria-expanded={menuOpen} aria-controls="sitemap" aria-label={texts.menu} onClick={onMenu}><span aria-hidden="true">☰</span></button>
      <Link to={{ page: "home" }} className="mda-app">{appName}</Link>
      <span className="mda-day"><span className="mda-day-label">{texts.businessDay}</span> {day ? <time dateTime={day}>{formatDay(day, locale)}</time> : texts.empty}</span>
      <NightCommand onPlayed={onPlayed} />
      <LanguageSwitch languages={languages} />
    </header>
  );
};
