import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

const widths = { page: "max-w-6xl", reading: "max-w-3xl", form: "max-w-lg" };

/** Holds a page's content to a width that suits it, with room at the sides. */
export function Container({
  width = "page",
  children,
  className,
}: {
  width?: keyof typeof widths;
  children: ReactNode;
  className?: string;
}) {
  return <div className={classNames("mx-auto w-full px-4 sm:px-6", widths[width], className)}>{children}</div>;
}
