import fc from "fast-check";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { hostDll, lockFile, readRecord } from "../../cli/build/host";
import { readAssembly } from "#solution/tools/dll/assembly";
import { standIn } from "./parts";

/** The stand-in with 32 bits of it set. */
const patched = (at: number, value: number): Uint8Array => {
  const bytes = standIn.slice();
  new DataView(bytes.buffer).setUint32(at, value, true);
  return bytes;
};

const peHeader = new DataView(standIn.buffer, standIn.byteOffset).getUint32(0x3c, true);
const cliDirectory = peHeader + 24 + 96 + 14 * 8;
/** Where the 256 bytes of the strong name stand. */
const signature = 1772;

describe("the reader of .NET metadata", () => {
  test("reads what the compiler wrote: full name, and the types that are public with all around them", () => {
    expect(readAssembly(standIn)).toEqual({
      fullName: "Duly.TsHost, Version=1.0.0.0, Culture=neutral, PublicKeyToken=e746d628583d5053",
      publicTypes: new Set(["Duly.TsHost.RuleStep", "Duly.TsHost.RuleApi", "Duly.TsHost.RuleApi+Nested"]), signature: "right",
    });
  });

  test("reads from the middle of a larger buffer, as parts of a zip come", () => {
    const buffer = new Uint8Array(standIn.length + 30);
    buffer.set(standIn, 13);
    expect(readAssembly(buffer.subarray(13, 13 + standIn.length))).toEqual(readAssembly(standIn));
  });

  // The merged host is only there where .NET is; `npm run check` reads it out of the package as well.
  (existsSync(hostDll) ? test : test.skip)("reads the merged host, which has wide heaps and thousands of types (skipped where it was not built)", () => {
    expect(readAssembly(new Uint8Array(readFileSync(join(process.cwd(), hostDll))))).toEqual({
      fullName: readRecord(lockFile)?.fullName, publicTypes: new Set(["Duly.TsHost.RuleStep", "Duly.TsHost.RuleApi"]), signature: "right",
    });
  });

  test.each([
    ["with one bit turned in its code", standIn.length - 700, 1, "wrong"],
    ["with one bit turned in its headers", peHeader + 8, 1, "wrong"],
    ["with one bit turned in its signature", signature + 5, 1, "wrong"],
    ["with another checksum, which is written after the signature", peHeader + 24 + 64, 255, "right"],
    ["with another certificate, which is added after the signature", peHeader + 24 + 128, 255, "right"],
  ])("an assembly %s: is it as it was signed?", (_what, at, bits, expected) => {
    const bytes = standIn.slice();
    bytes.set([(bytes[at] ?? 0) ^ bits], at);
    expect(readAssembly(bytes)).toMatchObject({ signature: expected });
  });

  test("an assembly that only keeps the place of its signature is not signed", () => {
    const bytes = standIn.slice();
    expect(readAssembly(bytes.fill(0, signature, signature + 256))).toMatchObject({ signature: "none" });
  });

  test.each([
    ["an empty file", new Uint8Array(), "it does not begin as a DLL does (MZ)"],
    ["a text", new TextEncoder().encode("garbage".repeat(20)), "it does not begin as a DLL does (MZ)"],
    ["no PE header", patched(peHeader, 0), "it has no PE header"],
    ["a native DLL", patched(cliDirectory, 0), "it is a DLL, but none of .NET"],
    ["a CLI header outside of every section", patched(cliDirectory, 0x7fffffff), "an address in it leads nowhere"],
    ["half a file", standIn.subarray(0, 1000), "it ends before its metadata does"],
  ])("says why %s is none", (_what, file, unreadable) => expect(readAssembly(file)).toEqual({ unreadable }));

  test("survives every cut and every damage: an answer or a reason, never an error", () => {
    fc.assert(fc.property(fc.nat(standIn.length), fc.array(fc.tuple(fc.nat(standIn.length - 4), fc.nat(0xffffffff)), { maxLength: 4 }), (length, damages) => {
      const bytes = standIn.slice();
      for (const [at, value] of damages) new DataView(bytes.buffer).setUint32(at, value, true);
      for (const file of [bytes, bytes.subarray(0, length)]) {
        const answer = readAssembly(file);
        expect("unreadable" in answer ? answer.unreadable : answer.fullName).toMatch(/./);
      }
    }), { numRuns: 500 });
  });
});
