import type { ReactNode } from "react";
import { PlainHead } from "#app/platform/i18n/plain-head.tsx";
import { Container } from "#app/ui/container.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

/** A page on the way into an account: one heading, one thing to do. */
export function EntryPage({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  return (
    <Container width="form" className="pb-16">
      <PlainHead title={title} />
      <PageHeader title={title} lead={lead} />
      <div className="grid gap-6">{children}</div>
    </Container>
  );
}
