import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { FieldError } from "#app/ui/field-parts.tsx";
import type { CourseSettings } from "../../settings/find-course-settings.server.ts";
import { CourseCover } from "../course-cover.tsx";
import { type Place, SettingsForm, SettingsPart, useSettingsFields } from "./settings-form.tsx";

/** Which of the course's pictures is its cover; without one it is drawn. */
export function CoverChoice({ place, settings }: { place: Place; settings: CourseSettings }) {
  const { t } = useTranslation("course-settings");
  const fields = useSettingsFields(place, { intent: "cover" });
  const chosen = settings.media.find(({ sha256 }) => sha256 === settings.coverSha256)?.path ?? "";
  const choices = [{ path: "", sha256: null }, ...settings.media];
  return (
    <SettingsPart title={t("cover.title")} text={t("cover.text")}>
      <SettingsForm place={place} fields={fields}>
        <fieldset className="w-full">
          <legend className="sr-only">{t("cover.title")}</legend>
          <div className="grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] gap-4">
            {choices.map(({ path, sha256 }) => (
              <label key={path} className="grid cursor-pointer content-start gap-2">
                <CourseCover
                  slug={settings.slug}
                  sha256={sha256}
                  className="aspect-[2/1] w-full rounded-sm border border-line object-cover"
                />
                <span className="flex min-h-11 items-start gap-2">
                  <input
                    type="radio"
                    name="cover"
                    value={path}
                    defaultChecked={path === chosen}
                    className="choice choice-radio"
                  />
                  <span className="min-w-0 break-all text-sm">
                    {path === "" ? t("cover.drawn") : <bdi dir="ltr">{path.replace(/^media\//, "")}</bdi>}
                  </span>
                </span>
              </label>
            ))}
          </div>
          <FieldError id="cover">{fields.error("cover")}</FieldError>
        </fieldset>
      </SettingsForm>
    </SettingsPart>
  );
}
