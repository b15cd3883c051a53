import { z } from "zod";

/** How an account is to be deleted, and the password of whoever asks for it; empty for who has none. */
export const erasureSchema = z.object({
  certificates: z.enum(["keep", "withdraw"]).default("keep"),
  understood: z.literal("on", { message: "privacy:errors.notUnderstood" }),
  currentPassword: z.string().max(256).default(""),
});
