import { z } from "zod";
import { withValues } from "./message-key.ts";

/**
 * Makes every zod issue without a message of its own carry a message key of the `form` file, so that
 * no English reaches a screen. Imported once by the server and once by the browser.
 */
export function giveSchemasMessageKeys(): void {
  z.config({
    customError: (issue) => {
      if (issue.code === "invalid_type") return issue.input === undefined ? "form:required" : "form:invalid";
      if (issue.code === "too_small" && issue.origin === "string") {
        return Number(issue.minimum) <= 1
          ? "form:required"
          : withValues("form:tooShort", { count: Number(issue.minimum) });
      }
      if (issue.code === "too_big" && issue.origin === "string") {
        return withValues("form:tooLong", { count: Number(issue.maximum) });
      }
      if (issue.code === "too_small") return withValues("form:tooSmall", { minimum: Number(issue.minimum) });
      if (issue.code === "too_big") return withValues("form:tooBig", { maximum: Number(issue.maximum) });
      if (issue.code === "invalid_format" && issue.format === "email") return "form:email";
      return "form:invalid";
    },
  });
}
