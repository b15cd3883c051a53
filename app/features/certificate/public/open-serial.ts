import { redirect } from "react-router";
import { notFound } from "#app/platform/errors/errors.ts";
import { certificateAddress } from "../certificate-address.ts";
import { readSerial, writeSerial } from "../serial.ts";

/**
 * The serial in the address of something that belongs to a certificate, as its sixteen letters. Throws a redirect where
 * it is written otherwise than in groups, to the right address with `rest` after the serial, and 404 where it is none.
 */
export function openSerial(typed: string, rest: `/${string}` | `.${string}`): string {
  const { serial } = readSerial(typed);
  if (serial === undefined) throw notFound();
  if (writeSerial(serial) !== typed) throw redirect(certificateAddress(serial) + rest, 301);
  return serial;
}
