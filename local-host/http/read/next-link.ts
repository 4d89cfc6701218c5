/** Where the next page begins. */
export interface Next { readonly page: number; readonly cookie: string }

/** The address of the next page: the same query options and a $skiptoken that holds the cookie, encoded twice inside. */
export function nextLink(address: string, options: ReadonlyMap<string, string>, next: Next): string {
  const kept = [...options].filter(([name]) => name !== "$skiptoken");
  const all = [...kept, ["$skiptoken", outerCookie(next)] as const];
  return `${address}?${all.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&")}`;
}

/** `<cookie pagenumber="2" pagingcookie="…" istracking="False" />` */
export function outerCookie({ page, cookie }: Next): string {
  return `<cookie pagenumber="${page}" pagingcookie="${encodeURIComponent(encodeURIComponent(cookie))}" istracking="False" />`;
}

/** Page and inner cookie of a $skiptoken; null when it is none of ours. */
export function readSkipToken(token: string): Next | null {
  const [, page, cookie] = /pagenumber="(\d+)" pagingcookie="([^"]*)"/.exec(token) ?? [];
  if (page === undefined || cookie === undefined) return null;
  return { page: Number(page), cookie: decodeURIComponent(decodeURIComponent(cookie)) };
}
