import type { ComponentProps } from "react";
import { type ButtonLook, buttonClass } from "./button-class.ts";
import { classNames } from "./class-names.ts";

type ButtonProps = ComponentProps<"button"> & ButtonLook;

/** A button; submits the form it stands in unless `type` says otherwise. */
export function Button({ kind, size, className, type = "submit", ...rest }: ButtonProps) {
  return <button type={type} className={classNames(buttonClass({ kind, size }), className)} {...rest} />;
}
