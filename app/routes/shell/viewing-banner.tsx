import { Form } from "#app/platform/i18n/link.tsx";
import { Container } from "#app/ui/container.tsx";

export type ViewingWords = { text: string; end: string };

/**
 * Says on every page that an admin looks at it as somebody else, and lets her end it. The page may lack the words' own
 * file, so the server words it.
 */
export function ViewingBanner({ words }: { words: ViewingWords }) {
  return (
    <aside aria-label={words.text} className="sticky top-0 z-40 border-gold border-b-2 bg-gold-tint text-gold-ink">
      <Container className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
        <p className="min-w-0 text-sm [overflow-wrap:anywhere]">{words.text}</p>
        {/* Her pages give way to the admin's own, whose words may be others. */}
        <Form method="post" action="/viewing" reloadDocument>
          <button type="submit" className="min-h-11 font-semibold underline">
            {words.end}
          </button>
        </Form>
      </Container>
    </aside>
  );
}
