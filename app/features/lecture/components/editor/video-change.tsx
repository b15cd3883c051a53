import { Form } from "#app/platform/i18n/link.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { ConfirmSubmit } from "#app/ui/confirm-submit.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { DraftLecture } from "../../editing/find-draft-lecture.server.ts";

type VideoChangeProps = {
  offered: NonNullable<DraftLecture["offered"]>;
  change: NonNullable<DraftLecture["change"]>;
};

/** A video that is ready to take the lecture's place, and what that would mean. */
export function VideoChange({ offered, change }: VideoChangeProps) {
  const { t } = useTranslation("lecture-editor");
  const { clock } = useFormats();
  const { before, after, keeps, learners } = change;
  const lengths = { from: clock(before ?? 0), to: clock(after), count: learners };
  const meaning = before === null ? t("change.first") : t(keeps ? "change.keeps" : "change.differs", lengths);
  return (
    <Notice kind={keeps ? "info" : "warning"} title={t("change.ready")}>
      <p>
        <bdi>{offered.fileName}</bdi>
      </p>
      <p>{meaning}</p>
      <Form method="post" action="" className="pt-2">
        <input type="hidden" name="intent" value="video" />
        <input type="hidden" name="video" value={offered.id} />
        {keeps ? (
          <Button>{t("change.use")}</Button>
        ) : (
          <>
            <input type="hidden" name="confirmed" value="true" />
            <ConfirmSubmit
              label={t("change.use")}
              title={t("change.confirmTitle")}
              text={meaning}
              confirmLabel={t("change.use")}
              cancelLabel={t("change.cancel")}
              kind="primary"
            />
          </>
        )}
      </Form>
    </Notice>
  );
}
