import { smsSegments } from "#domain/templates/sms";

test.each<[string, string, number]>([
  ["nothing", "", 0], ["160 plain characters", "a".repeat(160), 1], ["161 plain characters", "a".repeat(161), 2], ["306", "a".repeat(306), 2], ["307", "a".repeat(307), 3],
  ["é, ö and ü, which are plain", "éöü".repeat(53), 1], ["80 euro signs, each for two", "€".repeat(80), 1], ["81 euro signs", "€".repeat(81), 2],
  ["70 characters with ő", "ő".repeat(70), 1], ["71 with one ű", `${"a".repeat(70)}ű`, 2], ["134 with ű", "ű".repeat(134), 2], ["135 with ű", "ű".repeat(135), 3],
  ["a pair that is not split over two segments", `${"ő".repeat(66)}😀${"ő".repeat(66)}`, 3],
])("H-09, H-29: segments of %s", (_, text, segments) => { expect(smsSegments(text)).toBe(segments); });
