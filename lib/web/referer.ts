/** The page of ours the browser says it comes from, as a path; a crafted Referer leads nowhere else. */
export function pathOfReferer(headers: Headers, publicOrigin: string): string | null {
  const referer = headers.get("referer");
  if (!referer || !URL.canParse(referer)) return null;
  const { host, pathname, search } = new URL(referer);
  const isOurs = host === headers.get("host") || host === new URL(publicOrigin).host;
  return isOurs && !pathname.startsWith("//") ? `${pathname}${search}` : null;
}
