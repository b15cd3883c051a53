import { readFileSync, readdirSync } from "node:fs";
import { readGift } from "#app/features/quiz/exchange/gift/read.ts";
for (const f of readdirSync("/work/shared/fixtures/gift").filter((x) => x.endsWith(".gift"))) {
  const r = readGift([{ path: f, bytes: readFileSync(`/work/shared/fixtures/gift/${f}`) }], { locale: "en" });
  const want = JSON.parse(readFileSync(`/work/shared/fixtures/gift/${f.replace(".gift",".json")}`, "utf8"));
  console.log("##", f, "want", want.map((x: {type:string}) => x.type).join(" "), "| got", r.questions.map((q) => q.question.type).join(" "));
  for (const q of r.questions) console.log("   ", q.where, JSON.stringify(q.question), JSON.stringify(q.losses));
  for (const q of r.refused) console.log("   REFUSED", JSON.stringify(q));
}
