import type { WaitingVideo } from "#app/features/lecture/find-waiting-videos.server.ts";
import { Form, Link } from "#app/platform/i18n/link.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { ConfirmSubmit } from "#app/ui/confirm-submit.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { VisuallyHidden } from "#app/ui/visually-hidden.tsx";

const DAY_MINUTES = 24 * 60;

/** Reasons for which there are words. */
const KNOWN = ["lost", "notVideo", "noPicture", "unplayable", "uploadTimedOut", "providerFailed"];

/** Videos that wait, are stuck or failed, with what an admin can do about each. */
export function WaitingVideos({ videos }: { videos: WaitingVideo[] }) {
  const { t } = useTranslation("admin");
  const head = [
    t("videos.file"),
    t("videos.course"),
    t("videos.state"),
    t("videos.since"),
    { key: "acts", label: t("videos.acts") },
  ];
  const rows = videos.map((video) => ({
    key: video.id,
    cells: [
      <FileCell key="file" video={video} />,
      <Link key="course" to={`/teach/${video.course}`} dir="ltr">
        {video.course}
      </Link>,
      <StateCell key="state" video={video} />,
      <Age key="since" minutes={video.minutes} />,
      <Acts key="acts" video={video} />,
    ],
  }));
  return (
    <section aria-labelledby="waiting-videos" className="mt-10">
      <h2 id="waiting-videos" className="mb-2 font-bold font-read text-2xl">
        {t("videos.waiting")}
      </h2>
      <p className="mb-4 text-ink-2">{t("videos.waitingLead")}</p>
      <DataTable
        caption={t("videos.waiting")}
        captionHidden
        head={head}
        rows={rows}
        empty={<EmptyState title={t("videos.none")} text={t("videos.noneText")} />}
      />
    </section>
  );
}

function FileCell({ video: { fileName, bytes, provider, uploadedBy } }: { video: WaitingVideo }) {
  const { t } = useTranslation("admin");
  const formats = useFormats();
  return (
    <div className="min-w-44">
      <bdi className="wrap-anywhere">{fileName}</bdi>
      <span className="mt-1 block font-normal text-ink-2">
        {t(`videos.names.${provider}`)} · {formats.bytes(bytes)}
        {uploadedBy ? (
          <>
            {" · "}
            <bdi>{uploadedBy}</bdi>
          </>
        ) : null}
      </span>
    </div>
  );
}

function StateCell({ video: { state, failure, stuck } }: { video: WaitingVideo }) {
  const { t } = useTranslation("admin");
  const reason = failure && KNOWN.includes(failure) ? failure : "other";
  return (
    <div className="grid min-w-40 justify-items-start gap-1">
      <Tag kind={stuck || state === "failed" ? "gold" : "plain"}>
        {stuck ? t("videos.stuck") : t(`videos.stateNames.${state}`)}
      </Tag>
      {stuck ? <span className="text-ink-2">{t(`videos.stateNames.${state}`)}</span> : null}
      {state === "failed" ? <span className="text-ink-2">{t(`video:failures.${reason}`)}</span> : null}
    </div>
  );
}

function Age({ minutes }: { minutes: number }) {
  const { t } = useTranslation("admin");
  const formats = useFormats();
  if (minutes < DAY_MINUTES) return formats.minutes(minutes);
  return t("videos.days", { count: Math.floor(minutes / DAY_MINUTES) });
}

function Acts({ video: { id, fileName } }: { video: WaitingVideo }) {
  const { t } = useTranslation("admin");
  const of = (
    <VisuallyHidden>
      {" "}
      <bdi>{fileName}</bdi>
    </VisuallyHidden>
  );
  return (
    <Form method="post" className="relative flex min-w-40 flex-wrap gap-2">
      <input type="hidden" name="video" value={id} />
      <Button type="submit" name="intent" value="retry" kind="quiet" size="s">
        {t("videos.retry")}
        {of}
      </Button>
      <ConfirmSubmit
        label={
          <>
            {t("videos.giveUp")}
            {of}
          </>
        }
        name="intent"
        value="giveUp"
        size="s"
        title={t("videos.giveUpTitle")}
        text={t("videos.giveUpText")}
        confirmLabel={t("videos.giveUp")}
        cancelLabel={t("videos.keep")}
      />
    </Form>
  );
}
