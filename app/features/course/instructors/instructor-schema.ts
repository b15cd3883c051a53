import { z } from "zod";

/** An owner is not invited: ownership is handed over. */
const roleSchema = z.enum(["teacher", "assistant"]);

export const inviteSchema = z.object({
  email: z.string().trim().toLowerCase().max(254).pipe(z.email()),
  role: roleSchema,
});
export const invitationSchema = z.object({ invitation: z.uuid() });
export const instructorSchema = z.object({ instructor: z.uuid() });
export const changeRoleSchema = instructorSchema.extend({ role: roleSchema });

export type Invite = z.output<typeof inviteSchema>;
