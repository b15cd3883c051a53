import type { PersonContext } from "#app/platform/http/request-context.server.ts";

/** What a person has said of herself. */
export async function findProfile({ db, actor }: PersonContext) {
  return db.user.findUniqueOrThrow({
    where: { id: actor.id },
    select: {
      name: true,
      email: true,
      fullNameArabic: true,
      fullNameLatin: true,
      country: true,
      timeZone: true,
      locale: true,
      calendar: true,
      digits: true,
    },
  });
}
