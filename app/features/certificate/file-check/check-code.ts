import { readCredentialCode } from "../verification/credential-code.ts";
import { checkFile } from "./check-file.ts";
import type { FileResult } from "./file-findings.ts";

/**
 * Checks the credential that the code on a certificate's second page holds, on this device, as `checkFile` does for a
 * file. Whatever is no credential is refused as a code that was not read whole.
 */
export async function checkCode({ digits, did, now }: { digits: string; did: string; now: Date }): Promise<FileResult> {
  const bytes = await readCredentialCode(digits);
  if (!bytes) return { refusal: "code" };
  const result = await checkFile({ bytes, did, now });
  return "refusal" in result ? { refusal: "code" } : result;
}
