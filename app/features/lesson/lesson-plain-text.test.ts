import { expect, it } from "vitest";
import { lessonText } from "#tests/factories/lesson-text.ts";
import { lessonPlainText, readingMinutes } from "./lesson-plain-text.ts";

it("is the words alone, a line for each block, with titles and notes", () => {
  const document = lessonText(
    '## عنوان\n\nنص *مائل*[^1]\n\n:::callout{kind=note title="تنبيه"}\n- أ\n- ب\n:::\n\n:::verse\nx // y\n:::\n\n[^1]: حاشية',
  );
  expect(lessonPlainText(document)).toBe("عنوان\nنص مائل\nتنبيه\nأ\nب\nx\ny\nحاشية");
});

it("takes at least a minute to read", () => {
  expect(readingMinutes(lessonText("كلمة"))).toBe(1);
  expect(readingMinutes(lessonText("كلمة ".repeat(1500)))).toBe(10);
});
