/** What is wrong with a bulletin's text, line by line, in sentences. */
import type { Problem } from "@/api/problem";
import { fill, useLocale, useText } from "@/locales";
import { faultText, isTemplateFault } from "@/locales/problem";
import { Fault } from "@/ui/Fault";

/** The mistakes of a template, or the refusal as it is where it is no mistake of the text. */
export function Faults({ problem }: { problem: Problem }) {
  const t = useText("bulletins");
  const { locale } = useLocale();
  const faults = Array.isArray(problem.params.faults) ? problem.params.faults.filter(isTemplateFault) : [];
  if (faults.length === 0) return <Fault problem={problem} />;
  return (
    <div className="fault" role="alert">
      <p className="fault-title">{fill(t.faults, { n: faults.length })}</p>
      <ul className="faults">{faults.map((fault, index) => <li key={index}>{faultText(fault, locale)}</li>)}</ul>
    </div>
  );
}
