import type { AttributeMetadata } from "../api/metadata.types";
import type { FieldValue } from "../api/values";

/** What a field control gets: the column, its value, and how it says that the user changed it. */
export interface FieldProps {
  readonly id: string;
  readonly attribute: AttributeMetadata;
  readonly label: string;
  readonly value: FieldValue;
  readonly required: boolean;
  readonly onChange: (value: FieldValue) => void;
}
