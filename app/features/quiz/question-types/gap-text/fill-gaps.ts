import { createElement, Fragment, type ReactElement, type ReactNode } from "react";
import { splitAtGaps } from "./gap-marks.ts";

/** A text with something in the place of each gap; undefined where the text has no gaps. */
export function fillGaps(text: string, fill: (gap: string) => ReactNode): ReactElement | undefined {
  const pieces = splitAtGaps(text);
  if (pieces.every((piece) => "text" in piece)) return undefined;
  return createElement(Fragment, null, ...pieces.map((piece) => ("text" in piece ? piece.text : fill(piece.gap))));
}
