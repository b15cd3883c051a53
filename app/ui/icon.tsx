import { classNames } from "./class-names.ts";

// Drawn on 24 × 24 with a line of 1.75. `mirrored` ones point along the line of text and turn with it.
const paths = {
  alert: "M12 3 2.5 20h19zM12 10v4.5M12 17.4v.1",
  award: "M12 14.5a5.75 5.75 0 1 0 0-11.5 5.75 5.75 0 0 0 0 11.5ZM8.3 13.4 7 21l5-2.6 5 2.6-1.3-7.6",
  bell: "M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 20.5h4M12 5V3.5",
  book: "M12 6.5C10 4.8 7 4.2 3 4.5v14c4-.3 7 .3 9 2 2-1.7 5-2.3 9-2v-14c-4-.3-7 .3-9 2Zm0 0v14",
  calendar: "M4 6h16v14H4zM4 10.5h16M8.5 3.5v4M15.5 3.5v4",
  certificate: "M4 4h16v12H4zM8 8h8M8 11.5h5M15.5 16v5l1.75-1.2L19 21v-5",
  check: "m5 12.5 4.5 4.5L19 7.5",
  "check-circle": "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm-4-8.7 2.8 2.8 5.2-5.6",
  "chevron-down": "m6 9.5 6 6 6-6",
  circle: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z",
  clock: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-14v5.2l3.4 2",
  close: "m6 6 12 12M18 6 6 18",
  copy: "M9 9h11v11H9zM5 15H4V4h11v1",
  download: "M12 4v11m-4.5-4.2L12 15.3l4.5-4.5M5 20h14",
  edit: "M4 20h4L19.5 8.5a2.1 2.1 0 0 0 0-3l-1-1a2.1 2.1 0 0 0-3 0L4 16zM14 6l4 4",
  external: "M14 4h6v6M20 4l-9 9M10 5H5v14h14v-5",
  eye: "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Zm9.5 2.8a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6Z",
  filter: "M4 6h16M7 12h10M10 18h4",
  globe: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-18c5 5.2 5 12.8 0 18-5-5.2-5-12.8 0-18ZM3.4 9.2h17.2M3.4 14.8h17.2",
  grip: "M9 5.5v.1M9 12v.1M9 18.5v.1M15 5.5v.1M15 12v.1M15 18.5v.1",
  info: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-10v5.5m0-8.6v-.1",
  lock: "M5 11h14v9.5H5zM8 11V8a4 4 0 0 1 8 0v3",
  mail: "M3.5 6h17v12.5h-17zM3.5 7l8.5 6.5L20.5 7",
  menu: "M4 6.5h16M4 12h16M4 17.5h16",
  moon: "M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5Z",
  next: "m9 5.5 6.5 6.5L9 18.5",
  people:
    "M9 11.5a3.75 3.75 0 1 0 0-7.5 3.75 3.75 0 0 0 0 7.5ZM2.5 20c0-3.6 2.6-5.8 6.5-5.8s6.5 2.2 6.5 5.8M16 4.3a3.75 3.75 0 0 1 0 7M18 14.6c2.2.8 3.5 2.7 3.5 5.4",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-7.5 9c0-4 3-6.3 7.5-6.3s7.5 2.3 7.5 6.3",
  play: "M8 5.5v13l10.5-6.5z",
  plus: "M12 5v14M5 12h14",
  previous: "M15 5.5 8.5 12l6.5 6.5",
  print: "M7 8V3.5h10V8M7 17H4V8h16v9h-3M7 14h10v6.5H7z",
  search: "M10.75 17.5a6.75 6.75 0 1 0 0-13.5 6.75 6.75 0 0 0 0 13.5Zm5-1.75L20.5 20.5",
  settings:
    "M4 7h9m4 0h3M4 17h3m4 0h9M15 9.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM9 19.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z",
  sun: "M12 16.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM12 2v2.5M12 19.5V22M2 12h2.5M19.5 12H22M4.9 4.9l1.8 1.8M17.3 17.3l1.8 1.8M4.9 19.1l1.8-1.8M17.3 6.7l1.8-1.8",
  slides: "M3 4.5h18v12H3zM12 16.5v4M8 20.5h8",
  sound: "M4 9.5v5h3.5l5 4v-13l-5 4zM16 9a4.2 4.2 0 0 1 0 6M18.5 6.5a7.8 7.8 0 0 1 0 11",
  text: "M4 6h16M4 10h16M4 14h16M4 18h10",
  trash: "M4 7h16M9.5 7V4h5v3M6.5 7l1 13h9l1-13M10.5 11v5.5M13.5 11v5.5",
  upload: "M12 16V5M7.5 9.3 12 4.8l4.5 4.5M5 20h14",
} as const;

export type IconName = keyof typeof paths;

const mirrored: readonly IconName[] = ["next", "previous", "external", "text", "book"];

/** A small drawing that only repeats what the words beside it say; hidden from screen readers. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      className={classNames("inline-block", mirrored.includes(name) && "mirrored", className ?? "size-5 flex-none")}
    >
      <path d={paths[name]} />
    </svg>
  );
}
