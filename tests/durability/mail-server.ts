import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";

export type ReceivedMail = { id: string; to: string; text: string };

/** A mail server that takes everything, and what it was given, in order. */
export async function openMailServer() {
  const received: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: (stream, _session, done) => {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", async () => {
        const { messageId = "", to, text = "" } = await PostalMime.parse(Buffer.concat(parts));
        received.push({ id: messageId, to: to?.[0]?.address ?? "", text });
        done();
      });
    },
  });
  const port = await new Promise<number>((resolve) => {
    const listening = server.listen(0, "127.0.0.1", () => {
      const address = listening.address();
      resolve(typeof address === "object" && address ? address.port : 0);
    });
  });
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
