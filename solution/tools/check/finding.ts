/** Something in a package that would fail, or silently lose a part, when it is imported. */
export interface Finding {
  /** "DULY-CHECK-003" */
  readonly code: string;
  /** Path in the folder, or the component. */
  readonly where: string;
  /** What is wrong and what mends it. */
  readonly message: string;
}
