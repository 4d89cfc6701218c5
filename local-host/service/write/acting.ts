/** Who writes, and when. */
export interface Acting {
  readonly userId: string;
  /** UTC, "YYYY-MM-DDTHH:MM:SSZ". */
  readonly now: string;
}
