import { Form, Link } from "#app/platform/i18n/link.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { ConfirmSubmit } from "#app/ui/confirm-submit.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { VisuallyHidden } from "#app/ui/visually-hidden.tsx";
import type { TemplateInList } from "../../templates/find-templates.server.ts";
import { TemplateUse } from "./template-use.tsx";

/** All templates, with where each is used and what can be done with it. */
export function TemplateList({ templates }: { templates: readonly TemplateInList[] }) {
  return (
    <ul className="grid gap-5 lg:grid-cols-2">
      {templates.map((template) => (
        <OneTemplate key={template.id} template={template} />
      ))}
    </ul>
  );
}

function OneTemplate({ template }: { template: TemplateInList }) {
  const { t } = useTranslation("certificate-template");
  const formats = useFormats();
  const { id, name, isDefault, number, changedAt, changedBy, issued } = template;
  const changed = { number, at: formats.moment(changedAt), name: changedBy ?? "" };
  return (
    <Card as="li" className="grid content-start gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <h2 className="min-w-0 font-bold font-read text-xl">
          <Link to={`/admin/certificates/templates/${id}`}>
            <bdi className="wrap-anywhere">{name}</bdi>
          </Link>
        </h2>
        {isDefault ? <Tag>{t("list.isDefault")}</Tag> : null}
      </div>
      <TemplateUse {...template} />
      <p className="text-ink-2 text-sm">
        {issued === 0 ? t("list.noneIssued") : t("list.issued", { count: issued })}
        <br />
        {changedBy === null ? t("list.changed", changed) : t("list.changedBy", changed)}
      </p>
      <Acts template={template} />
    </Card>
  );
}

function Acts({ template }: { template: TemplateInList }) {
  const { t } = useTranslation("certificate-template");
  const { id, name, isDefault, courses, programmes, issued } = template;
  const unused = !isDefault && courses + programmes + issued === 0;
  const of = <VisuallyHidden>: {name}</VisuallyHidden>;
  return (
    <Form method="post" className="mt-1 flex flex-wrap gap-2">
      <input type="hidden" name="template" value={id} />
      <Button kind="quiet" size="s" name="intent" value="copy">
        <Icon name="copy" /> {t("list.copy")}
        {of}
      </Button>
      {isDefault ? null : (
        <Button kind="quiet" size="s" name="intent" value="make-default">
          {t("list.makeDefault")}
          {of}
        </Button>
      )}
      {unused ? (
        <ConfirmSubmit
          name="intent"
          value="delete"
          size="s"
          label={
            <>
              <Icon name="trash" /> {t("list.delete")}
              {of}
            </>
          }
          title={t("list.deleteTitle", { name })}
          text={t("list.deleteText")}
          confirmLabel={t("list.delete")}
          cancelLabel={t("cancel")}
        />
      ) : null}
    </Form>
  );
}
