import type { ReactNode } from "react";
import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { type Locale, localeNames, pickTranslated, type Translated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { classNames } from "#app/ui/class-names.ts";
import { Container } from "#app/ui/container.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { type TextTitle, titlesOf } from "../../editing/text-titles.ts";
import { textHref } from "./text-href.ts";

/** The pages about one text, and what follows `…/text` in their addresses. */
const rooms = { text: "", history: "/history", import: "/import" } as const;
export type TextRoom = keyof typeof rooms;

type TextFrameProps = {
  editor: {
    course: { slug: string; titles: Translated };
    lesson: { slug: string; kind: string };
    locale: Locale;
    texts: TextTitle[];
  };
  room: TextRoom;
  actions?: ReactNode;
  children: ReactNode;
};

/** What the pages of a lesson's text have in common: where it stands, its languages, and the way from one to another. */
export function TextFrame({ editor, room, actions, children }: TextFrameProps) {
  const { t } = useTranslation("lesson-text");
  const { locale } = usePageContext().formats;
  const { course, lesson, texts } = editor;
  const title = pickTranslated(titlesOf(texts), locale);
  const own = { label: <LocalText value={title} />, to: `/teach/${course.slug}/${lesson.slug}` };
  return (
    <Container className="pb-12">
      <title>{`${title.text} · ${t(`room.${room}`)} · ${t("ui:name")}`}</title>
      <Breadcrumbs
        label={t("ui:breadcrumbs")}
        items={[
          { label: t("teach:courses.title"), to: "/teach" },
          { label: <LocalText value={pickTranslated(course.titles, locale)} />, to: `/teach/${course.slug}` },
          ...(lesson.kind === "text" ? [] : [own]),
          { label: t(`room.${room}`) },
        ]}
        LinkAs={Link}
      />
      <PageHeader title={<LocalText value={title} />} actions={actions} />
      <div className="mb-6 flex flex-wrap items-end justify-between gap-x-8 border-line border-b">
        <Languages editor={editor} room={room} />
        <Rooms editor={editor} room={room} />
      </div>
      {children}
    </Container>
  );
}

const tab = (current: boolean) =>
  classNames(
    "inline-flex min-h-11 items-center gap-2 border-b-2 px-3",
    current ? "border-tile font-semibold text-tile-strong" : "border-transparent text-tile hover:bg-tile-tint",
  );

function Languages({ editor, room }: Pick<TextFrameProps, "editor" | "room">) {
  const { t } = useTranslation("lesson-text");
  const address = { course: editor.course.slug, lesson: editor.lesson.slug };
  return (
    <nav aria-label={t("languages")} className="flex flex-wrap">
      {editor.texts.map(({ locale, title }) => (
        <Link
          key={locale}
          to={textHref({ ...address, language: locale }, rooms[room])}
          aria-current={locale === editor.locale ? "page" : undefined}
          className={tab(locale === editor.locale)}
        >
          <span lang={locale}>{localeNames[locale]}</span>
          {title === null ? <span className="text-ink-2 text-sm">{t("notWritten")}</span> : null}
        </Link>
      ))}
    </nav>
  );
}

function Rooms({ editor, room: current }: Pick<TextFrameProps, "editor"> & { room: TextRoom }) {
  const { t } = useTranslation("lesson-text");
  const address = { course: editor.course.slug, lesson: editor.lesson.slug, language: editor.locale };
  const shown: TextRoom[] = ["text", "history", "import"];
  return (
    <nav aria-label={t("rooms")} className="flex flex-wrap">
      {shown.map((room) => (
        <Link
          key={room}
          to={textHref(address, rooms[room])}
          aria-current={room === current ? "page" : undefined}
          className={tab(room === current)}
        >
          {t(`room.${room}`)}
        </Link>
      ))}
    </nav>
  );
}
