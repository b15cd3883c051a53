import { Form, Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { buttonClass } from "#app/ui/button-class.ts";
import { ConfirmSubmit } from "#app/ui/confirm-submit.tsx";
import type { ReferenceKind } from "../../references/reference-schema.ts";

export type ListedReference = {
  key: string;
  kind: ReferenceKind;
  title: string;
  people: string[];
  year: string;
  /** In how many texts it is cited. */
  places: number;
};

/** The works of a bibliography, each to be changed or taken out. */
export function ReferenceList({ course, references }: { course: string; references: readonly ListedReference[] }) {
  const { t } = useTranslation("reference");
  return (
    <ul className="grid gap-3">
      {references.map((work) => (
        <li key={work.key} className="grid gap-2 rounded border border-line bg-surface p-4">
          <p className="font-read text-lg">
            <bdi className="font-bold">{work.title}</bdi>
          </p>
          <p className="text-ink-2 text-sm">
            {work.people.map((name) => (
              <span key={name}>
                <bdi>{name}</bdi> ·{" "}
              </span>
            ))}
            {work.year ? (
              <>
                <bdi>{work.year}</bdi> ·{" "}
              </>
            ) : null}
            {t(`kinds.${work.kind}`)} · <bdi dir="ltr">{work.key}</bdi> · {t("citedIn", { count: work.places })}
          </p>
          <div className="flex flex-wrap gap-3">
            <Link
              to={`/teach/${course}/references?work=${work.key}`}
              className={buttonClass({ kind: "quiet", size: "s" })}
              aria-label={t("editNamed", { title: work.title })}
            >
              {t("edit")}
            </Link>
            <Form method="post">
              <input type="hidden" name="intent" value="delete" />
              <input type="hidden" name="key" value={work.key} />
              <ConfirmSubmit
                label={t("delete")}
                title={t("deleteTitle")}
                text={t("deleteText", { title: work.title })}
                confirmLabel={t("delete")}
                cancelLabel={t("cancel")}
                kind="danger"
              />
            </Form>
          </div>
        </li>
      ))}
    </ul>
  );
}
