import { Form } from "#app/platform/i18n/link.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Stat } from "#app/ui/stat.tsx";
import type { ImportView, SeenQuestion, SeenRefusal } from "../../exchange/import-view.ts";
import { sayLoss, sayReason } from "../../exchange/say-exchange.ts";

type ImportPreviewProps = { view: ImportView; upload: string | null };

const groups = ["refused", "lossy", "taken", "already"] as const;

/** What importing a file would do, question by question: what asks for attention stands first. */
export function ImportPreview({ view, upload }: ImportPreviewProps) {
  const { t } = useTranslation("question-import");
  const formats = useFormats();
  return (
    <section className="grid gap-6">
      <div className="grid gap-1">
        <h2 className="break-words font-bold font-read text-xl">
          {t("found.title", { file: `\u2068${view.file}\u2069` })}
        </h2>
        <p className="text-ink-2">{t("found.format", { format: t(`formats.${view.format}`) })}</p>
      </div>
      <dl className="flex flex-wrap gap-x-10 gap-y-4">
        {groups.map((group) => (
          <Stat key={group} label={t(`found.${group}`)} value={formats.number(view[group].all)} />
        ))}
      </dl>
      <TakeThese view={view} upload={upload} />
      <Refused rows={view.refused} />
      <Questions group="lossy" rows={view.lossy} />
      <Questions group="taken" rows={view.taken} />
      <Questions group="already" rows={view.already} />
    </section>
  );
}

function TakeThese({ view, upload }: ImportPreviewProps) {
  const { t } = useTranslation("question-import");
  if (upload === null) {
    const what = view.already.all > 0 ? "allThere" : "none";
    return (
      <Notice kind={what === "none" ? "warning" : "info"} title={t(`found.${what}`)}>
        {t(`found.${what}Text`)}
      </Notice>
    );
  }
  return (
    <Form method="post" encType="multipart/form-data">
      <input type="hidden" name="upload" value={upload} />
      <Button type="submit" name="intent" value="take">
        {t("take", { count: view.added })}
      </Button>
    </Form>
  );
}

function Group({
  title,
  text,
  more,
  children,
}: {
  title: string;
  text: string;
  more: number;
  children: React.ReactNode;
}) {
  const { t } = useTranslation("question-import");
  return (
    <div className="grid gap-2">
      <h3 className="font-semibold text-lg">{title}</h3>
      <p className="text-ink-2 text-sm">{text}</p>
      {children}
      {more > 0 ? <p className="text-ink-2 text-sm">{t("found.more", { count: more })}</p> : null}
    </div>
  );
}

const Where = ({ where }: { where: string }) => (
  <bdi dir="ltr" className="break-all text-ink-2">
    {where}
  </bdi>
);

function Refused({ rows: { all, rows } }: { rows: { all: number; rows: SeenRefusal[] } }) {
  const { t } = useTranslation("question-import");
  if (all === 0) return null;
  const title = t("found.refused");
  return (
    <Group title={title} text={t("found.refusedText")} more={all - rows.length}>
      <DataTable
        caption={title}
        captionHidden
        head={[t("found.where"), t("found.reason")]}
        rows={rows.map(({ where, reason }, index) => ({
          key: `${where} ${index}`,
          cells: [<Where key="where" where={where} />, <bdi key="reason">{sayReason(t, reason)}</bdi>],
        }))}
      />
    </Group>
  );
}

type QuestionsProps = { group: "lossy" | "taken" | "already"; rows: { all: number; rows: SeenQuestion[] } };

function Questions({ group, rows: { all, rows } }: QuestionsProps) {
  const { t } = useTranslation("question-import");
  if (all === 0) return null;
  const title = t(`found.${group}`);
  const isLossy = group === "lossy";
  return (
    <Group title={title} text={t(`found.${group}Text`)} more={all - rows.length}>
      <DataTable
        caption={title}
        captionHidden
        head={[t("found.name"), t("found.type"), ...(isLossy ? [t("found.loss")] : []), t("found.where")]}
        rows={rows.map((question, index) => ({
          key: `${question.where} ${index}`,
          cells: [
            <bdi key="name">{question.name}</bdi>,
            question.type === "" ? "" : t(`quiz:types.${question.type}`),
            ...(isLossy ? [<Losses key="losses" question={question} />] : []),
            <Where key="where" where={question.where} />,
          ],
        }))}
      />
    </Group>
  );
}

function Losses({ question }: { question: SeenQuestion }) {
  const { t } = useTranslation("question-import");
  return (
    <ul className="grid min-w-56 list-disc gap-1 ps-5">
      {question.losses.map((loss) => (
        <li key={`${loss.code} ${JSON.stringify(loss.values)}`}>{sayLoss(t, loss)}</li>
      ))}
    </ul>
  );
}
