/** Functions of the workflow definition language; capitals make no difference. Those of the last line are in real flows, but not in Microsoft's reference (flows.md section 11.2). */
const names = `
  chunk concat endsWith formatNumber guid indexOf isFloat isInt lastIndexOf length nthIndexOf replace slice split startsWith substring toLower toUpper trim
  contains empty first intersection item join last reverse skip sort take union
  and equals greater greaterOrEquals if less lessOrEquals not or
  array base64 base64ToBinary base64ToString binary bool createArray dataUri dataUriToBinary dataUriToString decimal decodeBase64 decodeDataUri decodeUriComponent encodeUriComponent
  float int json string uriComponent uriComponentToBinary uriComponentToString xml
  add div max min mod mul rand range sub
  addDays addHours addMinutes addSeconds addToTime convertFromUtc convertTimeZone convertToUtc dateDifference dayOfMonth dayOfWeek dayOfYear formatDateTime getFutureTime getPastTime
  parseDateTime startOfDay startOfHour startOfMonth subtractFromTime ticks utcNow
  action actionBody actionOutputs actions agentParameters appsetting body formDataMultiValues formDataValue items iterationIndexes listCallbackUrl multipartBody outputs parameters result
  trigger triggerBody triggerFormDataMultiValues triggerFormDataValue triggerMultipartBody triggerOutputs variables workflow
  uriHost uriPath uriPathAndQuery uriPort uriQuery uriScheme
  addProperty coalesce removeProperty setProperty xpath
  createObject switch
`;

const known: ReadonlySet<string> = new Set(names.trim().toLowerCase().split(/\s+/));

export const isFunction = (name: string): boolean => known.has(name.toLowerCase());
