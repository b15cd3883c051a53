import { mediaKind } from "./media-kinds.ts";

/** Widths in pixels in which a picture is kept beside itself. */
const WIDTHS = [480, 960, 1600] as const;
const [, , WIDEST] = WIDTHS;
/** What browsers take less of, best first. */
const LIGHT = ["image/avif", "image/webp"] as const;

type Source = { sha256: string; contentType: string; width: number; height: number };

export type PlannedForm = { contentType: string; width: number };

/** The forms of one type, narrowest first. `href` names a form by its source, so that it is known before it is made. */
export type FormSet = { contentType: string; forms: { href: string; width: number }[] };

function hasForms(contentType: string): boolean {
  return contentType !== "image/svg+xml" && (mediaKind(contentType)?.isPicture ?? false);
}

/** The narrower and lighter forms in which a picture is kept. None is wider than the picture, or the same again. */
export function plannedForms({ contentType, width }: Pick<Source, "contentType" | "width">): PlannedForm[] {
  if (!hasForms(contentType)) return [];
  const narrower = WIDTHS.filter((one) => one < width);
  const own = width <= WIDEST ? [width] : [];
  return [...new Set([...LIGHT, contentType])].flatMap((type) =>
    (type === contentType ? narrower : [...narrower, ...own]).map((one) => ({ contentType: type, width: one })),
  );
}

/** The address of a form. */
function formHref(sha256: string, { contentType, width }: PlannedForm): string {
  return `/media/${sha256}/${width}.${mediaKind(contentType)?.endings[0]}`;
}

/**
 * What a browser may choose from to show a picture, lightest type first; the last set is of the picture's own type.
 * The same for the same picture always, whether its forms are made already or not: what is not is answered with the
 * picture itself.
 */
export function formSets(source: Source): FormSet[] {
  const { sha256, contentType, width } = source;
  const planned = plannedForms(source);
  const types = [...LIGHT.filter((type) => type !== contentType), contentType];
  return types.flatMap((type) => {
    const forms = planned
      .filter((form) => form.contentType === type)
      .map((form) => ({ href: formHref(sha256, form), width: form.width }));
    const all = type === contentType && width <= WIDEST ? [...forms, { href: `/media/${sha256}`, width }] : forms;
    return all.length > 0 ? [{ contentType: type, forms: all }] : [];
  });
}
