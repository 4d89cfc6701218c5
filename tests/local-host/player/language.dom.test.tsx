import { fireEvent, screen } from "@testing-library/react";
import * as React from "react";
import { LanguageSwitch } from "../../../local-host/player/shell/LanguageSwitch";
import { userLanguage } from "../../../local-host/player/shell/language";
import { makePlayer, show } from "./stage";

test("the language that is chosen is that of every later page, until another one is chosen", () => {
  // jsdom does not load pages: what it cannot do, it tells as an error.
  jest.spyOn(console, "error").mockImplementation(() => undefined);
  const next = (): number => userLanguage({ search: "", cookies: document.cookie, browser: "en-US" });
  show(makePlayer(), <LanguageSwitch languages={[1033, 1038]} />);
  expect(next()).toBe(1033);
  for (const lcid of [1038, 1033]) {
    fireEvent.change(screen.getByRole("combobox"), { target: { value: String(lcid) } });
    expect(next()).toBe(lcid);
  }
});
