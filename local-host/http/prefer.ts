/** What a request's Prefer header asks for. */
export interface Preferences {
  readonly representation: boolean;
  readonly continueOnError: boolean;
  /** null = not asked. */
  readonly pageSize: number | null;
  /** Patterns of annotations; [] = none. */
  readonly annotations: readonly string[];
}

/** Reads a Prefer header; unknown preferences are ignored, as RFC 7240 wants. */
export function preferences(header: string | undefined): Preferences {
  const text = header ?? "";
  const [, quoted, bare] = /odata\.include-annotations=(?:"([^"]*)"|([^,;\s]+))/i.exec(text) ?? [];
  const [, size] = /odata\.maxpagesize=(\d+)/i.exec(text) ?? [];
  return {
    representation: /return=representation/i.test(text),
    continueOnError: /odata\.continue-on-error/i.test(text),
    pageSize: size === undefined || Number(size) < 1 ? null : Math.min(Number(size), 5000),
    annotations: (quoted ?? bare ?? "").split(",").map((part) => part.trim()).filter((part) => part !== ""),
  };
}

/** Whether an annotation is asked for: "*", its name, a prefix "Microsoft.Dynamics.CRM.*", and none of the excluding "-…". */
export function wants({ annotations }: Preferences, name: string): boolean {
  const matches = (pattern: string): boolean => pattern === "*" || pattern === name || (pattern.endsWith(".*") && name.startsWith(pattern.slice(0, -1)));
  return annotations.some((each) => !each.startsWith("-") && matches(each)) && !annotations.some((each) => each.startsWith("-") && matches(each.slice(1)));
}

/** Value of the Preference-Applied header; null when nothing was applied. */
export function applied(prefer: Preferences, kinds: readonly ("representation" | "pageSize" | "annotations")[]): string | null {
  const parts = [
    ...(prefer.representation && kinds.includes("representation") ? ["return=representation"] : []),
    ...(prefer.pageSize !== null && kinds.includes("pageSize") ? [`odata.maxpagesize=${prefer.pageSize}`] : []),
    ...(prefer.annotations.length > 0 && kinds.includes("annotations") ? [`odata.include-annotations="${prefer.annotations.join(",")}"`] : []),
  ];
  return parts.length === 0 ? null : parts.join(",");
}
