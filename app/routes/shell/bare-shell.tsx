import type { ReactNode } from "react";
import { Container } from "#app/ui/container.tsx";
import { Mark } from "./site-header.tsx";

/** The frame when nothing is known of who asks: the mark, and the way home. */
export function BareShell({ children }: { children: ReactNode }) {
  return (
    <>
      <header className="border-line border-b">
        <Container className="flex min-h-17 items-center">
          <Mark />
        </Container>
      </header>
      <main id="main">{children}</main>
    </>
  );
}
