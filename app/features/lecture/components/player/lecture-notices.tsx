import { useLocation } from "react-router";
import { Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Notice } from "#app/ui/notice.tsx";
import type { Saving } from "./sitting.ts";

type LectureNoticesProps = {
  /** The video is not to be had now; `gone` for her, `failed` for this browser. */
  trouble: "away" | "gone" | "failed" | null;
  saving: Saving;
  refusedSeconds: number;
};

/** What the reader should know of the video and of what she watched. */
export function LectureNotices({ trouble, saving, refusedSeconds }: LectureNoticesProps) {
  const { t } = useTranslation("lecture");
  const { pathname, search } = useLocation();
  return (
    <>
      {trouble ? <Notice kind="warning">{t(`trouble.${trouble}`)}</Notice> : null}
      {saving === "kept" ? <Notice kind="info">{t("saving.kept")}</Notice> : null}
      {saving === "refused" ? <Notice kind="warning">{t("saving.refused")}</Notice> : null}
      {saving === "signIn" ? (
        <Notice kind="warning">
          {t("saving.signIn")}{" "}
          <Link to={`/sign-in?next=${encodeURIComponent(pathname + search)}`} reloadDocument>
            {t("saving.toSignIn")}
          </Link>
        </Notice>
      ) : null}
      {refusedSeconds > 0 ? <Notice kind="warning">{t("saving.notCounted", { count: refusedSeconds })}</Notice> : null}
    </>
  );
}
