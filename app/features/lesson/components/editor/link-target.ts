import { isLinkHref } from "../../blocks/link/link.ts";

export type LinkKind = "outside" | "lesson" | "course";
export type LinkValue = { kind: LinkKind; target: string };

/** What a link's address says. */
export function linkValue(href: string | null): LinkValue {
  const [, kind, slug = ""] = /^(lesson|course):(.*)$/.exec(href ?? "") ?? [];
  if (kind === "lesson" || kind === "course") return { kind, target: slug };
  return { kind: "outside", target: href ?? "" };
}

/** The address of a link, or null for one that may not stand. What is typed without https:// gets it. */
export function linkHref({ kind, target }: LinkValue): string | null {
  const typed = target.trim();
  if (kind !== "outside") return isLinkHref(`${kind}:${typed}`) ? `${kind}:${typed}` : null;
  const href = /^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed.replace(/^http:/i, "https:") : `https://${typed}`;
  return isLinkHref(href) && URL.canParse(href) ? href : null;
}
