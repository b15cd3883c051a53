import type { SubmissionResult } from "@conform-to/react";
import { Form } from "#app/platform/i18n/link.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Select } from "#app/ui/select.tsx";
import type { GroupPlaces } from "../../access/find-group-places.server.ts";

type NewGroupFormProps = { places: GroupPlaces; result: SubmissionResult<string[]> | undefined };

/** Opens a group: who pays, for how many seats in which course, and who hands them out. */
export function NewGroupForm({ places, result }: NewGroupFormProps) {
  const { t } = useTranslation("group-admin");
  const { field, form, typed } = useFormErrors(result);
  const given = (name: string) => ({ name, defaultValue: typed(name), error: field(name) });
  return (
    <Form method="post" noValidate className="grid gap-5">
      <FormErrors messages={form} />
      <Field {...given("name")} label={t("new.name")} dir="auto" maxLength={120} required autoComplete="off" />
      <Select {...given("place")} label={t("new.place")} options={usePlaceOptions(places)} required />
      <Field
        {...given("seats")}
        className="max-w-60"
        label={t("new.seats")}
        hint={t("new.seatsHint")}
        inputMode="numeric"
        required
        autoComplete="off"
      />
      <Field
        {...given("reference")}
        label={t("new.reference")}
        hint={t("new.referenceHint")}
        dir="auto"
        maxLength={120}
        required
        autoComplete="off"
      />
      <CoordinatorFields given={given} />
      <div>
        <Button>{t("new.submit")}</Button>
      </div>
    </Form>
  );
}

type Given = (name: string) => { name: string; defaultValue: string | undefined; error: string | undefined };

/** Who hands out the codes, and until when they work. */
export function CoordinatorFields({ given }: { given: Given }) {
  const { t } = useTranslation("group-admin");
  return (
    <>
      <Field
        {...given("coordinatorEmail")}
        type="email"
        dir="ltr"
        label={t("new.coordinator")}
        hint={t("new.coordinatorHint")}
        required
        autoComplete="off"
      />
      <Field
        {...given("expiresOn")}
        className="max-w-60"
        type="date"
        label={t("new.expiresOn")}
        hint={t("new.expiresOnHint")}
      />
    </>
  );
}

function usePlaceOptions(places: GroupPlaces) {
  const { t } = useTranslation("group-admin");
  const { locale } = usePageContext().formats;
  const options = places.flatMap(({ slug, selfPaced, titles, cohorts }) => {
    const title = pickTranslated(titles, locale).text;
    const ownPace = { value: slug, label: cohorts.length > 0 ? `${title} · ${t("enrolment:box.ownPace")}` : title };
    const dated = cohorts.map(({ id, names }) => {
      return { value: `${slug}/${id}`, label: `${title} · ${pickTranslated(names, locale).text}` };
    });
    return [...(selfPaced ? [ownPace] : []), ...dated];
  });
  return [{ value: "", label: t("new.choose") }, ...options];
}
