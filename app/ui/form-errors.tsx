import { Notice } from "./notice.tsx";

/** What is wrong with a form as a whole; nothing when nothing is. */
export function FormErrors({ messages }: { messages: readonly string[] }) {
  if (messages.length === 0) return null;
  return (
    <Notice kind="error">
      {messages.map((message) => (
        <p key={message}>{message}</p>
      ))}
    </Notice>
  );
}
