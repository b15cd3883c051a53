import { z } from "zod";

/** Every setting an admin may change, with what holds until she does. */
export const settingsSchema = z.object({
  /** Whether newcomers may sign up. */
  registrationOpen: z.boolean().default(true),
  /** Whether staff must sign in with a second factor. */
  staffSecondFactor: z.boolean().default(false),
});

export type Settings = z.output<typeof settingsSchema>;
export type SettingKey = keyof Settings;
