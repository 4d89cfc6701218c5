import { aliases, changeFetch, containing, innerCookie, ownSort } from "../../../local-host/player/views/fetch";

const QUERY = `<fetch><entity name="x_room"><attribute name="x_name"/><order attribute="x_name" descending="true"/><link-entity name="y_house" from="y_id" to="x_house" alias="h"><attribute name="y_name"/></link-entity></entity></fetch>`;

describe("the query of a grid", () => {
  test("sorting replaces the view's own order", () => {
    expect(ownSort(QUERY)).toEqual({ column: "x_name", descending: true });
    const sorted = changeFetch(QUERY, { sort: { column: "x_size", descending: false } });
    expect(sorted).toContain('<order attribute="x_size" descending="false"/>');
    expect(sorted).not.toContain('attribute="x_name" descending');
  });

  test("a joined column is sorted inside its join", () => {
    expect(changeFetch(QUERY, { sort: { column: "h.y_name", descending: true } })).toMatch(/alias="h"><attribute name="y_name"\/><order attribute="y_name" descending="true"\/>/);
    expect(aliases(QUERY).get("h")).toBe("y_house");
  });

  test("words are searched as they stand, markup and pattern signs too", () => {
    expect(containing("50%_[a]")).toBe("%50[%][_][[]a]%");
    expect(changeFetch(QUERY, { conditions: [{ column: "x_name", operator: "like", value: containing('"<') }] })).toContain('value="%&quot;&lt;%"');
  });

  test("the following page carries the inner cookie, decoded twice", () => {
    const inner = '<cookie page="1"><x_roomid last="{A}" first="{B}"/></cookie>';
    const annotation = `<cookie pagenumber="2" pagingcookie="${encodeURIComponent(encodeURIComponent(inner))}" istracking="False" />`;
    expect(innerCookie(annotation)).toBe(inner);
    expect(innerCookie(undefined)).toBeNull();
    const next = new DOMParser().parseFromString(changeFetch(QUERY, { page: 2, pageSize: 50, cookie: inner }), "application/xml").documentElement;
    expect([next.getAttribute("page"), next.getAttribute("count"), next.getAttribute("paging-cookie")]).toEqual(["2", "50", inner]);
  });

  test("without changes the query asks for the same", () => { expect(changeFetch(QUERY, {})).toBe(QUERY); });
});
