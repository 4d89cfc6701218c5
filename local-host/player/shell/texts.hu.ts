import type { Texts } from "./texts";

export const hungarian: Texts = {
  skip: "Ugrás a tartalomhoz", menu: "Webhelytérkép", language: "Nyelv", area: "Terület", businessDay: "Üzleti nap", home: "Válasszon táblát a webhelytérképen.",
  noApp: "Még nincs alkalmazás. Importáljon egy megoldást, amely modellvezérelt alkalmazást tartalmaz.",
  night: "Egy éjszaka lejátszása", nightRunning: "Az éjszaka lejátszása …", nightDone: "Lejátszva: {0}", nightFailed: "Az éjszaka nem játszható le", nightNothing: "A kiszolgáló nem adott számokat.",
  close: "Bezárás", ok: "OK", cancel: "Mégse", yes: "Igen", no: "Nem", retry: "Újra", loading: "Betöltés …", dismiss: "Elrejtés",
  view: "Nézet", search: "Keresés: {0}", noRows: "Nincs megjeleníthető sor.", noMatch: "Nincs „{0}” keresésnek megfelelő sor.", more: "Továbbiak betöltése", rows: "{0} sor", rowsMore: "{0} sor betöltve, van még",
  newRow: "Új", refresh: "Frissítés", noView: "Ennek a táblának nincs nyilvános nézete.", sortedUp: "növekvő sorrend", sortedDown: "csökkenő sorrend",
  save: "Mentés", saveClose: "Mentés és bezárás", remove: "Törlés", back: "Vissza a listához", newTitle: "Új {0}", unsaved: "nincs mentve",
  removeTitle: "Törli ezt a sort?", removeText: "„{0}” véglegesen törlődik.",
  leaveTitle: "Kilép mentés nélkül?", leaveText: "Az űrlap módosításai elvesznek.", leave: "Kilépés",
  conflict: "A sort megnyitása óta más módosította. Frissítsen, hogy lássa az új értékeket; a sajátjai a mentésig megmaradnak.",
  required: "{0} kitöltése kötelező.", noForm: "Ennek a táblának nincs fő űrlapja.", stale: "Az űrlap egyik vezérlője sorokat módosított.",
  htmlSource: "A HTML-forrás szerkesztése",
  badNumber: "Adjon meg egy számot.", range: "Adjon meg egy számot {0} és {1} között.", badDate: "Adjon meg egy dátumot.", choose: "Válasszon …", empty: "—",
  lookupTitle: "{0} kiválasztása", lookupSearch: "Keresés", lookupClear: "{0} törlése", lookupNone: "Nincs találat.", lookupTable: "Tábla", lookupButton: "{0} keresése",
  time: "{0} időpontja", today: "Ugrás a mai napra", previousMonth: "Előző hónap", nextMonth: "Következő hónap", previousYear: "Előző év", nextYear: "Következő év", saveFirst: "Előbb mentse a sort; a kapcsolódó sorok utána jelennek meg.",
  controlFailed: "A(z) {0} vezérlő nem jeleníthető meg.", fieldMissing: "Az űrlap a(z) {0} oszlopra hivatkozik, amely nincs a táblában.",
  controlUnsupported: "A lejátszó nem támogatja a(z) {0} osztályú vezérlőt.", general: "Általános", tabs: "Űrlap lapjai",
  restricted: "Korlátozott",
  readOnly: "Ez a sor inaktív, csak olvasható.",
  libraryFailed: "Egy űrlapszkript hibát jelzett: {0}",
};
