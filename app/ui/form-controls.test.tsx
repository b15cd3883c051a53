import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Checkbox } from "./checkbox.tsx";
import { Field } from "./field.tsx";
import { FormErrors } from "./form-errors.tsx";
import { RadioGroup } from "./radio-group.tsx";
import { Select } from "./select.tsx";
import { TextArea } from "./text-area.tsx";

const attribute = (html: string, tag: string, name: string) =>
  new RegExp(`<${tag}\\b[^>]*\\s${name}="([^"]*)"`).exec(html)?.[1];

test("a field is named by its label and described by its error first, then its hint", () => {
  const html = renderToStaticMarkup(<Field label="Name" name="name" id="n" hint="As printed" error="Fill this in" />);
  expect(attribute(html, "label", "for")).toBe("n");
  expect(attribute(html, "input", "id")).toBe("n");
  expect(attribute(html, "input", "aria-describedby")).toBe("n-error n-hint");
  expect(attribute(html, "input", "aria-invalid")).toBe("true");
  expect(html).toMatch(/<p id="n-hint"[^>]*>As printed<\/p>/);
  expect(html).toMatch(/<p id="n-error".*Fill this in/);
});

test("a field without error or hint claims neither", () => {
  const html = renderToStaticMarkup(<Field label="Name" name="name" />);
  expect(html).not.toContain("aria-describedby");
  expect(html).not.toContain("aria-invalid=");
});

test("two fields of one form have ids of their own", () => {
  const html = renderToStaticMarkup(
    <>
      <Field label="First" name="a" />
      <Field label="Second" name="b" />
    </>,
  );
  const ids = [...html.matchAll(/<input[^>]* id="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(2);
});

test("a text area takes its direction from what is typed, and keeps what was typed", () => {
  const html = renderToStaticMarkup(<TextArea label="About" name="about" defaultValue="نبذة" error="Too long" />);
  expect(attribute(html, "textarea", "dir")).toBe("auto");
  expect(attribute(html, "textarea", "aria-invalid")).toBe("true");
  expect(html).toContain(">نبذة</textarea>");
});

test("a select starts with the value that was chosen", () => {
  const options = [
    { value: "ar", label: "العربية", lang: "ar" },
    { value: "en", label: "English", lang: "en" },
  ];
  const html = renderToStaticMarkup(<Select label="Language" name="locale" options={options} defaultValue="en" />);
  expect(html).toMatch(/<option[^>]*value="en"[^>]*selected=""|<option[^>]*selected=""[^>]*value="en"/);
});

test("a box that must be ticked says why beside it", () => {
  const html = renderToStaticMarkup(<Checkbox label="I agree" name="terms" id="t" error="Agree first" />);
  expect(attribute(html, "input", "aria-describedby")).toBe("t-error");
  expect(html).toContain("Agree first");
});

test("a group of choices is described as a whole, and each choice by its own hint", () => {
  const html = renderToStaticMarkup(
    <RadioGroup
      legend="Calendar"
      name="calendar"
      defaultValue="hijri"
      error="Choose one"
      options={[
        { value: "gregorian", label: "Gregorian" },
        { value: "hijri", label: "Hijri", hint: "Umm al-Qura" },
      ]}
    />,
  );
  expect(attribute(html, "fieldset", "aria-describedby")).toMatch(/-error$/);
  expect(html).toMatch(/value="hijri"[^>]*checked=""|checked=""[^>]*value="hijri"/);
  expect(html.match(/aria-describedby="[^"]*-hint"/g)).toHaveLength(1);
});

test("a form's own errors are announced, and nothing stands there without them", () => {
  expect(renderToStaticMarkup(<FormErrors messages={["Wrong password"]} />)).toMatch(/role="alert".*Wrong password/);
  expect(renderToStaticMarkup(<FormErrors messages={[]} />)).toBe("");
});
