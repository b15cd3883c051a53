import { writeSerial } from "../../serial.ts";

/** A serial in its groups, read from left to right in every language. */
export function Serial({ serial }: { serial: string }) {
  return (
    <bdi
      dir="ltr"
      lang="en"
      translate="no"
      className="whitespace-nowrap font-semibold font-ui tabular-nums tracking-wide"
    >
      {writeSerial(serial.replaceAll("-", ""))}
    </bdi>
  );
}
