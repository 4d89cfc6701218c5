import fc from "fast-check";
import { divideRounded, toScaled } from "../../../local-host/service/values/decimal";
import { unscaled } from "../../../local-host/query/decimal";
import { codeOf, openHostFixture, type HostFixture } from "../../builders/local-host";
import { roomSolution } from "../../builders/room-solution";

describe("decimal texts", () => {
  test.each([
    ["12.50", 2, 4, "12.5000"], ["12.345", 2, 4, "12.3500"], ["-12.345", 2, 4, "-12.3500"], ["12.344999", 2, 4, "12.3400"], ["0.005", 2, 2, "0.01"], ["-0.004", 2, 2, "0.00"],
    ["922337203685477.5807", 4, 4, "922337203685477.5807"], ["9.99995", 4, 4, "10.0000"], ["7", 0, 4, "7.0000"],
  ])("%s kept to %d places is %s", (text, places, scale, expected) => {
    expect(unscaled(toScaled(text, { places, scale }) ?? NaN, scale)).toBe(expected);
  });

  test.each(["", "1e3", "1,5", "abc", "--1", ".5", "0x1"])("'%s' is none", (text) => {
    expect(toScaled(text, { places: 2, scale: 4 })).toBeNull();
  });

  test("small and large amounts go the same way: to text and back loses nothing", () => {
    fc.assert(fc.property(fc.bigInt({ min: -9_000_000_000_000_000_000n, max: 9_000_000_000_000_000_000n }), (scaled) => {
      expect(BigInt(toScaled(unscaled(scaled, 4), { places: 4, scale: 4 }) ?? 0)).toBe(scaled);
    }));
  });

  test("a rounded quotient is never more than a half away", () => {
    fc.assert(fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.bigInt({ min: 1n, max: 10n ** 14n }), (numerator, denominator) => {
      const off = 2n * (divideRounded(numerator, denominator) * denominator - numerator);
      expect(off <= denominator && off >= -denominator).toBe(true);
    }));
  });
});

describe("money in a row", () => {
  let fixture: HostFixture;
  beforeEach(() => { fixture = openHostFixture(); fixture.host.importSolution(roomSolution()); });
  afterEach(() => fixture.remove());

  const currency = (code: string) => ({ logicalName: "transactioncurrency", id: String(fixture.host.sql.get("SELECT transactioncurrencyid AS id FROM transactioncurrency WHERE isocurrencycode = ?", [code])?.["id"]) });
  const money = (id: string) => fixture.host.service.retrieve("x_room", { id }, ["x_rent", "x_rent_base", "exchangerate", "transactioncurrencyid"]);

  test("without a currency it is in the organisation's own", () => {
    const id = fixture.host.service.create("x_room", { x_name: "R", x_rent: "100.01" });
    expect(money(id)).toMatchObject({ x_rent: "100.0100", x_rent_base: "100.0100", exchangerate: "1.000000000000", transactioncurrencyid: { name: "Euro" } });
  });

  test("in another currency its base amount is amount / rate, to four places", () => {
    const id = fixture.host.service.create("x_room", { x_name: "R", x_rent: "1000.01", transactioncurrencyid: currency("HUF") });
    expect(money(id)).toMatchObject({ x_rent_base: "2.5000", exchangerate: "400.000000000000", transactioncurrencyid: { name: "Hungarian Forint" } });
    fixture.host.service.update("x_room", { id }, { x_rent: "333" });
    expect(money(id)).toMatchObject({ x_rent: "333.0000", x_rent_base: "0.8325" });
  });

  test("a change of currency, or of its rate, is in the base amount from the next write on", () => {
    const id = fixture.host.service.create("x_room", { x_name: "R", x_rent: "1000", transactioncurrencyid: currency("HUF") });
    fixture.host.service.update("transactioncurrency", { id: currency("HUF").id }, { exchangerate: "300" });
    expect(money(id)).toMatchObject({ x_rent_base: "2.5000" });
    fixture.host.service.update("x_room", { id }, { x_rent: "1000" });
    expect(money(id)).toMatchObject({ x_rent_base: "3.3333", exchangerate: "300.000000000000" });
    fixture.host.service.update("x_room", { id }, { transactioncurrencyid: currency("EUR") });
    expect(money(id)).toMatchObject({ x_rent: "1000.0000", x_rent_base: "1000.0000", exchangerate: "1.000000000000" });
    fixture.host.service.update("x_room", { id }, { x_rent: null });
    expect(money(id)).toMatchObject({ x_rent: null, x_rent_base: null });
  });

  test("the sum of many amounts is exact", () => {
    for (let index = 0; index < 30; index += 1) fixture.host.service.create("x_room", { x_name: "R", x_rent: "0.10" });
    expect(fixture.host.sql.get("SELECT SUM(x_rent) AS sum FROM x_room")).toEqual({ sum: 30_000 });
  });

  test("the base amount cannot be set", () => {
    expect(codeOf(() => fixture.host.service.create("x_room", { x_name: "R", x_rent_base: "1" }))).toBe("0x80040203");
  });
});
