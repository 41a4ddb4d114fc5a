/** Stage steps: a line with dots, the date under each; what the next one lacks is written beside it. */

/** A step of the line. */
export interface Step { key: string; name: string; date: string | null; state: "done" | "now" | "next" | "later" }

/** The steps from left to right, from top to bottom on phones. */
export function Steps({ steps, label }: { steps: Step[]; label: string }) {
  return (
    <ol className="steps" aria-label={label}>
      {steps.map((step) => (
        <li key={step.key} className={`step step-${step.state}`} aria-current={step.state === "now" ? "step" : undefined}>
          <span className="step-dot" aria-hidden />
          <span className="step-name">{step.name}</span>
          <span className="step-date">{step.date ?? ""}</span>
        </li>
      ))}
    </ol>
  );
}
