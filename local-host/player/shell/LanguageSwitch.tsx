import * as React from "react";
import { languageCookie, languageName } from "./language";
import { usePlayer } from "./player";

const choose = (lcid: string): void => {
  document.cookie = languageCookie(lcid);
  const query = new URLSearchParams(window.location.search);
  query.set("lang", lcid);
  window.location.search = query.toString();
};

/** Loads the page anew in another language of the package, in which later pages come too. */
export const LanguageSwitch: React.FC<{ readonly languages: readonly number[] }> = ({ languages }) => {
  const { texts, lcid } = usePlayer();
  const offered = [...new Set([...languages, lcid])];
  if (offered.length < 2) return null;
  return (
    <select className="mda-language" aria-label={texts.language} value={lcid} onChange={(event) => { choose(event.target.value); }}>
      {offered.map((each) => <option key={each} value={each}>{languageName(each)}</option>)}
    </select>
  );
};
