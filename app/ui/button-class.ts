export type ButtonKind = "primary" | "quiet" | "plain" | "danger";
export type ButtonSize = "m" | "s";
export type ButtonLook = { kind?: ButtonKind; size?: ButtonSize };

const kinds: Record<ButtonKind, string> = {
  primary: "bg-tile text-on-tile no-underline hover:bg-tile-strong",
  quiet: "border border-line-strong bg-transparent text-tile no-underline hover:bg-tile-tint hover:text-tile-strong",
  plain: "bg-transparent text-tile underline underline-offset-4 hover:text-tile-strong",
  danger: "border border-danger bg-transparent text-danger no-underline hover:bg-danger hover:text-paper",
};

const sizes: Record<ButtonSize, string> = {
  m: "min-h-11 min-w-11 px-5 py-2",
  s: "min-h-11 min-w-11 px-3 py-1.5 text-sm sm:min-h-9",
};

/** The look of a button, for a link that stands where a button could. */
export function buttonClass({ kind = "primary", size = "m" }: ButtonLook = {}): string {
  return `button ${sizes[size]} ${kinds[kind]}`;
}
