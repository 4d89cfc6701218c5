import { packFolder } from "#solution/tools/zip/pack";
import { rewritten, without } from "./folder";
import { foreignFolder } from "./foreign";

const whole = foreignFolder();
const solution = /^Other\/Solution\.xml$/;
const told = (folder: typeof whole): readonly string[] => packFolder(folder, "unmanaged").notices;

/** The fixture is an export whose manifest names three roots only. */
const rooted = (name: string): typeof whole => rewritten(whole, solution, (text) => text.replace("<MissingDependencies", `${name}<MissingDependencies`).replace("</RootComponents>", "").replace(name, `${name}</RootComponents>`));

describe("packing tells which roots and components do not find each other, and which e-mail templates are empty", () => {
  test("a role that no root names, with its file", () =>
    expect(told(whole)).toContainEqual(expect.stringMatching(/^DULY-PACK-026 Roles\/Ward clerk\.xml holds Role 7a1e0000-0000-4000-8000-000000000060, .*<RootComponent type="20">/)));

  test("but not one that a root names, its id cased otherwise", () =>
    expect(told(rooted("<RootComponent type=\"20\" id=\"{7A1E0000-0000-4000-8000-000000000060}\" behavior=\"0\" />")).join("\n")).not.toContain("Roles/Ward clerk.xml"));

  test("a table is named without regard to case, a web resource and an assembly by name", () => {
    const all = told(rooted("<RootComponent type=\"61\" schemaName=\"clin_logo\" behavior=\"0\" />")).join("\n");
    expect(all).not.toContain("Entities/");
    expect(all).not.toContain("WebResources/clin_logo");
    expect(all).toContain("WebResources/clin_/js/visit.js.data.xml");
  });

  test("a root whose component is gone", () =>
    expect(told(without(whole, /^Workflows\/Triage/))).toContainEqual(expect.stringMatching(/^DULY-PACK-027 Other\/Solution\.xml has the root component of type 29 "\{7a1e0000-0000-4000-8000-000000000050\}"/)));

  test.each(["subject", "body"])("an e-mail template whose %s is nowhere, with the file that is missing", (name) => {
    const file = `Templates/EmailDocuments/1033/{7a1e0000-0000-4000-8000-000000000080}/${name}.xsl`;
    const fault = expect.stringMatching(new RegExp(`^DULY-PACK-036 Templates/EmailTemplates\\.xml:\\d+ has the e-mail template 7a1e0000-0000-4000-8000-000000000080 without a ${name}: there is no ${file.replace(/[{}.]/g, "\\$&")}\\. Add`)) as string;
    expect(told(whole)).not.toContainEqual(fault);
    expect(told(without(whole, new RegExp(`EmailDocuments/.*/${name}\\.xsl$`)))).toContainEqual(fault);
  });

  test("exports hold roots of steps and site maps without the component: no word", () =>
    expect(told(rooted("<RootComponent type=\"92\" id=\"{7a1e0000-0000-4000-8000-000000000999}\" behavior=\"0\" />")).join("\n")).not.toContain("DULY-PACK-027"));
});
