import { evaluate } from "./evaluate";

const table = (rows: [string, unknown][]): void => {
  test.each(rows)("%s", (source, expected) => expect(evaluate(`@${source}`)).toEqual(expected));
};

describe("reading and writing timestamps", () => {
  table([
    ["utcNow()", "2026-11-23T07:08:09.0000000Z"],
    ["utcNow('yyyy-MM-dd')", "2026-11-23"],
    ["formatDateTime('2024-01-31T00:00:00Z')", "2024-01-31T00:00:00.0000000Z"],
    ["formatDateTime('2024-01-31')", "2024-01-31T00:00:00.0000000"],
    ["formatDateTime('2024-01-31T10:00:00+02:00','o')", "2024-01-31T08:00:00.0000000Z"],
    ["formatDateTime('2024-03-05T14:07:09.1234567Z','yyyy.MM.dd. H:mm:ss.fff')", "2024.03.05. 14:07:09.123"],
    ["formatDateTime('2024-03-05T14:07:09Z','d')", "3/5/2024"],
    ["formatDateTime('2024-03-05T14:07:09Z','D')", "Tuesday, March 5, 2024"],
    ["formatDateTime('2024-03-05T14:07:09Z','g')", "3/5/2024 2:07 PM"],
    ["formatDateTime('2024-03-05T14:07:09Z','R')", "Tue, 05 Mar 2024 14:07:09 GMT"],
    ["formatDateTime('2024-03-05T14:07:09Z','s')", "2024-03-05T14:07:09"],
    ["formatDateTime('2024-03-05T14:07:09Z','dddd d MMM yy')", "Tuesday 5 Mar 24"],
    ["formatDateTime('2024-03-05T02:07:09Z','hh:mm tt')", "02:07 AM"],
    ["formatDateTime('2024-03-05T14:07:09Z','yyyy. MMMM d.','hu-HU')", "2024. március 5."],
    ["formatDateTime('2024-03-05T14:07:09Z','d','hu-HU')", "2024. 03. 05."],
    ["formatDateTime('2024-03-05T14:07:09.5Z','ss.FFF')", "09.5"],
    ["formatDateTime('2024-03-05T14:07:09Z','ss.FFF')", "09"],
    ["formatDateTime('2024-03-05T14:07:09Z','''day'' %d \\d')", "day 5 d"],
    ["formatDateTime('3/5/2024 2:07 PM','o')", "2024-03-05T14:07:00.0000000"],
    ["parseDateTime('2024-03-05')", "2024-03-05T00:00:00.0000000"],
  ]);
});

describe("calculating", () => {
  table([
    ["addDays('2024-01-31T00:00:00Z',30)", "2024-03-01T00:00:00.0000000Z"],
    ["addDays('2024-01-31T00:00:00Z',-1,'yyyy-MM-dd')", "2024-01-30"],
    ["addHours('2024-01-31T23:00:00Z',2)", "2024-02-01T01:00:00.0000000Z"],
    ["addMinutes('2024-01-31T00:00:00Z',90,'HH:mm')", "01:30"],
    ["addSeconds('2024-01-31T00:00:00.0000001Z',1)", "2024-01-31T00:00:01.0000001Z"],
    ["addToTime('2024-01-31T00:00:00Z',1,'Month')", "2024-02-29T00:00:00.0000000Z"],
    ["subtractFromTime('2024-02-29T00:00:00Z',1,'Year','yyyy-MM-dd')", "2023-02-28"],
    ["getFutureTime(1,'Week','yyyy-MM-dd')", "2026-11-30"],
    ["getPastTime(1,'Day','yyyy-MM-dd')", "2026-11-22"],
    ["startOfDay('2024-03-05T14:07:09Z')", "2024-03-05T00:00:00.0000000Z"],
    ["startOfMonth('2024-03-05T14:07:09Z','yyyy-MM-dd')", "2024-03-01"],
    ["startOfHour('2024-03-05T14:07:09Z')", "2024-03-05T14:00:00.0000000Z"],
    ["dayOfWeek('2026-11-23')", 1], ["dayOfMonth('2026-11-23')", 23], ["dayOfYear('2024-12-31')", 366],
    ["dateDifference('2024-01-01','2024-01-03T04:05:06Z')", "2.04:05:06"],
    ["dateDifference('2024-01-02','2024-01-01T12:00:00')", "-12:00:00"],
  ]);
});

describe("time zones (Budapest changes on 2026-03-29 and 2026-10-25)", () => {
  table([
    ["convertFromUtc('2026-03-28T12:00:00Z','Central Europe Standard Time','HH:mm')", "13:00"],
    ["convertFromUtc('2026-03-29T12:00:00Z','Europe/Budapest','HH:mm')", "14:00"],
    ["convertFromUtc('2026-11-23T07:00:00Z','Central Europe Standard Time')", "2026-11-23T08:00:00.0000000"],
    ["convertToUtc('2026-10-25T02:30:00','Central Europe Standard Time')", "2026-10-25T01:30:00.0000000Z"],
    ["convertToUtc('2026-03-29T02:30:00','Europe/Budapest')", "2026-03-29T01:30:00.0000000Z"],
    ["convertTimeZone('2026-07-01T08:00:00','Central Europe Standard Time','Eastern Standard Time')", "2026-07-01T02:00:00.0000000"],
    ["convertTimeZone('2026-07-01T08:00:00Z','UTC','India Standard Time','HH:mm')", "13:30"],
  ]);
});

describe("refusals", () => {
  test.each<[string, RegExp]>([
    ["formatDateTime('2024-02-30')", /'2024-02-30' is not a timestamp/],
    ["formatDateTime('yesterday')", /not a timestamp/],
    ["formatDateTime('2024-02-03','Q')", /'Q' is no standard date format/],
    ["formatDateTime('2024-02-03','D','pl-PL')", /locale 'pl-PL' is not supported/],
    ["addToTime('2024-02-03',1,'Fortnight')", /no unit of time/],
    ["convertFromUtc('2024-02-03','Nowhere Time')", /'Nowhere Time' is no known time zone/],
    ["parseDateTime('5. 3. 2024','cs-CZ')", /not supported by the local host/],
  ])("%s", (source, message) => expect(() => evaluate(`@${source}`)).toThrow(message));
});
