import { z } from "zod";

/** An owner is not invited: ownership is handed over. */
const roleSchema = z.enum(["teacher", "assistant"]);

export const inviteSchema = z.object({
  email: z.string().trim().toLowerCase().max(254).pipe(z.email()),
  role: roleSchema,
});
export const invitationSchema = z.object({ invitation: z.uuid() });
/** Whom it is about, and why: the audit log keeps it. */
export const instructorSchema = z.object({ instructor: z.uuid(), reason: z.string().trim().min(1).max(500) });
export const changeRoleSchema = instructorSchema.extend({ role: roleSchema });

export type Invite = z.output<typeof inviteSchema>;
