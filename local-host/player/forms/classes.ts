/** Classes of form controls (upper case, no braces) that are not fields of a column. */
export const SUBGRID = "E7A81278-8635-4D9E-8D4D-59480B391C5B";
export const PCF_HOST = "F9A8A302-114E-466A-B582-6771B2AE0D92";
export const WEB_RESOURCE = "9FDF5F91-88B1-47F4-AD53-C11EFC01A01D";
