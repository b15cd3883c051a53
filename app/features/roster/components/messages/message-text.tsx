import { Card } from "#app/ui/card.tsx";

/** What somebody wrote, each line in the direction of its own letters. */
export function MessageText({ subject, body }: { subject: string; body: string }) {
  return (
    <Card>
      <h2 dir="auto" className="mb-3 font-bold font-read text-xl">
        {subject}
      </h2>
      <MessageBody text={body} />
    </Card>
  );
}

/** The text of a message, with its lines as they were written. */
export function MessageBody({ text }: { text: string }) {
  return (
    <div className="grid max-w-prose gap-3 break-words">
      {[...text.matchAll(/.+(?:\n.+)*/g)].map((paragraph) => (
        <p key={paragraph.index} dir="auto" className="whitespace-pre-line">
          {paragraph[0]}
        </p>
      ))}
    </div>
  );
}
