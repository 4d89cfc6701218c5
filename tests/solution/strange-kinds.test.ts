import { packFolder } from "#solution/tools/zip/pack";
import { unpackZip } from "#solution/tools/zip/unpack";
import { entriesOf, rewritten } from "./folder";
import { foreignFolder } from "./foreign";

const whole = foreignFolder();
const put = (xml: string, before = "<Roles />", file = /^Other\/Customizations\.xml$/): typeof whole => rewritten(whole, file, (text) => text.replace(before, `${xml}${before}`));
const told = (folder: typeof whole): readonly string[] => packFolder(folder, "unmanaged").notices.filter((notice) => notice.startsWith("DULY-PACK-045"));

describe("a kind of component that is not known is told with its file and line", () => {
  test("but none is in the solution with one of everything", () => expect(told(whole)).toEqual([]));

  test.each([
    ["an empty list", put("<Frobs/>"), "Other/Customizations.xml:4 holds <Frobs>"],
    ["a list with members", put("<Frobs><Frob id=\"1\"/></Frobs>"), "Other/Customizations.xml:4 holds <Frobs>"],
    ["a list in another case", put("<roles/>"), "Other/Customizations.xml:4 holds <roles>"],
    ["a member of another kind in a list that stands inline", put("<Frob id=\"1\"/>", "<connectionreference "), "Other/Customizations.xml:40 holds <Frob>"],
    ["a member of another kind in a file", put("<Frob/>", "<FieldSecurityProfile ", /^Other\/FieldSecurityProfiles\.xml$/), "Other/FieldSecurityProfiles.xml:3 holds <Frob>"],
  ])("%s", (_what, folder, start) => expect(told(folder)).toEqual([expect.stringMatching(new RegExp(`^DULY-PACK-045 ${start}.*packed as it stands.*Correct the name`))]));

  test("once for all of its name", () => expect(told(put("<Frobs/><Frobs/><Frobs/>"))).toHaveLength(1));

  test("a table that joins two is known by its name", () => expect(told(put("<appmodule_roles/>"))).toEqual([]));

  test("and packed as it stands, also after it was unpacked", () => {
    const zip = packFolder(put("<Frobs size=\"2\"><Frob id=\"1\">a</Frob></Frobs>"), "unmanaged").zip;
    const again = packFolder(unpackZip(zip), "unmanaged");
    expect(entriesOf(again.zip)["customizations.xml"]).toContain("<Frobs size=\"2\">\n    <Frob id=\"1\">a</Frob>\n  </Frobs>");
    expect(again.notices).toContainEqual(expect.stringContaining("holds <Frobs>"));
  });
});
