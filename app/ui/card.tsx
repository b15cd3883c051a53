import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

type CardProps = {
  as?: "div" | "article" | "section" | "li";
  children: ReactNode;
  className?: string;
  /** Without room inside, for a picture that reaches the edge. */
  flush?: boolean;
  "aria-labelledby"?: string;
};

/** A sheet on the page. */
export function Card({ as: As = "div", children, className, flush = false, ...rest }: CardProps) {
  return (
    <As
      className={classNames(
        "overflow-hidden rounded border border-line bg-surface shadow-card",
        !flush && "p-5 sm:p-6",
        className,
      )}
      {...rest}
    >
      {children}
    </As>
  );
}
