/** How long a deleted course can be put back. */
export const GRACE_DAYS = 30;

/** The day on which a course that was deleted then is gone. */
export function purgeDay(deletedAt: Date): Date {
  return new Date(deletedAt.getTime() + GRACE_DAYS * 86_400_000);
}
