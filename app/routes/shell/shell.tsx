import type { ReactNode } from "react";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Container } from "#app/ui/container.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { SkipLink } from "#app/ui/skip-link.tsx";
import type { ShellPerson } from "./shell-person.ts";
import { SiteFooter } from "./site-footer.tsx";
import { SiteHeader } from "./site-header.tsx";

type ShellProps = {
  person: ShellPerson;
  theme: "light" | "dark" | undefined;
  notice: string | undefined;
  children: ReactNode;
};

/** What stands around every page, save those that draw their own frame. */
export function Shell({ person, theme, notice, children }: ShellProps) {
  const { t } = useTranslation("ui");
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink>{t("skipToContent")}</SkipLink>
      <SiteHeader person={person} />
      <main id="main" tabIndex={-1} className="flex-1">
        {notice ? <PageNotice message={notice} /> : null}
        {children}
      </main>
      <SiteFooter theme={theme} />
    </div>
  );
}

/** What was done by the request before this page; the page may lack the message's own file, so the server words it. */
export function PageNotice({ message }: { message: string }) {
  return (
    <Container className="pt-4">
      <Notice kind="success">{message}</Notice>
    </Container>
  );
}
