import { Link } from "#app/platform/i18n/link.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Icon } from "#app/ui/icon.tsx";

/** More are not counted. */
const MOST = 99;

/** The way to what one was told, with how much of it is new. */
export function NoticeBell({ unread }: { unread: number }) {
  const { t } = useTranslation("ui");
  const { number } = useFormats();
  const count = unread > MOST ? `${number(MOST)}+` : number(unread);
  return (
    <Link
      to="/account/notifications"
      aria-label={unread > 0 ? t("nav.newNotices", { count: unread }) : t("nav.notices")}
      className="relative flex min-h-11 min-w-11 items-center justify-center rounded-sm px-2 text-ink hover:bg-surface-2"
    >
      <Icon name="bell" className="size-5 flex-none" />
      {unread > 0 ? (
        <span
          aria-hidden="true"
          dir="ltr"
          className="absolute end-0.5 top-0.5 min-w-5 rounded-full bg-tile px-1 text-center font-semibold text-on-tile text-xs leading-5"
        >
          {count}
        </span>
      ) : null}
    </Link>
  );
}
