import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "react-router";
import { z } from "zod";
import { resultOf } from "#app/features/account/components/form-result.ts";
import { LetterEditor } from "#app/features/notification/components/letter-editor.tsx";
import { bringBackLetter, changeLetter, testLetter } from "#app/features/notification/letters/change-letter.server.ts";
import { findLetter } from "#app/features/notification/letters/find-letters.server.ts";
import { letterFormSchema, letterSearchSchema } from "#app/features/notification/letters/letter-schema.ts";
import { mailSamples } from "#app/mail-samples.server.ts";
import { academyMails } from "#app/mails.server.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import { PlainHead } from "#app/platform/i18n/plain-head.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Container } from "#app/ui/container.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { Route } from "./+types/mail";

const params = z.object({ letter: z.string().max(80) });
const letters = { kinds: academyMails, samples: mailSamples };

export const loader = declareLoader({
  access: "admin",
  params,
  search: letterSearchSchema,
  load: async ({ ctx, personCtx, params: { letter: mail }, search }) => {
    const language = search.language ?? ctx.locale;
    return { letter: await findLetter(personCtx(), letters, { mail, language }), language };
  },
});

const acts = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("default"), language: localeSchema }),
  z.object({ intent: z.literal("bringBack"), language: localeSchema, number: z.coerce.number().int().positive() }),
]);

export const action = declareAction({
  access: "admin",
  params,
  intents: ["save", "test", "default", "bringBack"],
  act: async ({ form, personCtx, params: { letter: mail }, href }) => {
    const back = (language: string, notice: string) =>
      redirectWithNotice(href(`/admin/mails/${mail}?language=${language}`), `mails-admin:notice.${notice}`);
    // What was typed and not saved yet stays in the page.
    if (form.get("intent") === "test")
      return handleForm({
        form,
        schema: letterFormSchema,
        run: async ({ language }) => {
          await testLetter(personCtx(), letters, { mail, language });
          return data({ tested: true, result: parseWithZod(form, { schema: letterFormSchema }).reply() });
        },
      });
    const act = acts.safeParse(Object.fromEntries(form));
    if (!act.success)
      return handleForm({
        form,
        schema: letterFormSchema,
        fieldOf: (code) => (/^k\d+$/.test(code) ? `words.${code}` : undefined),
        run: async ({ language, words }) => {
          await changeLetter(personCtx(), letters, { mail, language, words });
          return back(language, "saved");
        },
      });
    const { intent, language } = act.data;
    if (intent === "default") await changeLetter(personCtx(), letters, { mail, language, words: {} });
    else await bringBackLetter(personCtx(), letters, { mail, language, number: act.data.number });
    return back(language, intent);
  },
});

export default function Mail({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("mails-admin");
  const { letter, language } = loaderData;
  return (
    <Container className="pb-16">
      <PlainHead title={t("letterTitle", { subject: letter.subject })} />
      <PageHeader
        eyebrow={
          <Breadcrumbs
            label={t("ui:breadcrumbs")}
            LinkAs={Link}
            items={[
              { label: t("admin:title"), to: "/admin" },
              { label: t("title"), to: "/admin/mails" },
              { label: letter.subject },
            ]}
          />
        }
        title={<bdi>{letter.subject}</bdi>}
      />
      {actionData && "tested" in actionData ? (
        <Notice kind="success" className="mb-6">
          {t("notice.test")}
        </Notice>
      ) : null}
      <LetterEditor
        key={`${language}.${letter.versions[0]?.number ?? 0}`}
        letter={letter}
        language={language}
        result={resultOf(actionData)}
      />
    </Container>
  );
}
