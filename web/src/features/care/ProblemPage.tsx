/** One problem: what it is, where it came from, how it was solved; solving it and taking that back. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { care, type CareProblem } from "@/api/care";
import { toProblem } from "@/api/problem";
import { useAct } from "@/api/useAct";
import { useBooking } from "@/api/useBooking";
import { paths } from "@/lib/paths";
import { fill, unitName, useLocale, useText } from "@/locales";
import { term } from "@/locales/term";
import { BookedMarks, FactNumber } from "@/ui/Booked";
import { Facts } from "@/ui/Facts";
import { Fault } from "@/ui/Fault";
import { DateField } from "@/ui/fields";
import { Neighbours } from "@/ui/Neighbours";
import { PageHead } from "@/ui/PageHead";
import { ReasonButton } from "@/ui/ReasonButton";
import { RecordDrawer } from "@/ui/RecordDrawer";
import { ReverseDialog } from "@/ui/ReverseDialog";
import { Section } from "@/ui/Section";
import { Skeleton } from "@/ui/Skeleton";
import { TextField } from "@/ui/wordFields";
import { PartyLinks } from "./Party";
import { ProblemDrawer } from "./ProblemDrawer";
import { SolvedTag } from "./Problems";

function Solving({ problem, month, onClose }: { problem: CareProblem; month: string | null; onClose: () => void }) {
  const t = useText("care");
  const act = useAct((typed: { solved_on: string; solution: string }) => care.solve(problem.id, { solved_on: typed.solved_on, solution: typed.solution.trim() }));
  return (
    <RecordDrawer title={`${t.solve} · ${problem.code}`} verb={t.solve_submit} act={act} month={month} done={fill(t.solve_done, { month: month ?? "—" })} onClose={onClose}>
      <p className="notice record-text">{problem.description}</p>
      <DateField name="solved_on" label={t.solved_on} />
      <TextField name="solution" label={t.solution} rows={3} max={1000} />
    </RecordDrawer>
  );
}

function Reversal({ problem, month, onClose }: { problem: CareProblem; month: string | null; onClose: () => void }) {
  const t = useText("care");
  const act = useAct((reason: string) => care.reverse_solution(problem.id, reason));
  return <ReverseDialog name={fill(t.solution_of, { code: problem.code })} month={month} act={act} onClose={onClose} />;
}

/** The page of a problem. */
export function ProblemPage() {
  const { id = "" } = useParams();
  const t = useText("care");
  const common = useText("common");
  const records = useText("records");
  const { locale } = useLocale();
  const { month, barred, why } = useBooking("problems.write");
  const [open, setOpen] = useState<"edit" | "solve" | "reverse" | null>(null);
  const { data: problem, error, refetch } = useQuery({ queryKey: ["problem", id], queryFn: () => care.problem(id) });
  if (error) return <div className="page"><Fault problem={toProblem(error)} onRetry={() => void refetch()} /></div>;
  if (!problem) return <div className="page"><Skeleton lines={8} /></div>;
  const { solution } = problem;
  return (
    <div className="page">
      <PageHead
        title={problem.code}
        actions={
          <>
            <Neighbours id={id} to={(other) => paths.care_record("problems", other)} />
            <ReasonButton why={barred} onClick={() => setOpen("edit")}>{common.edit}</ReasonButton>
            <ReasonButton danger why={solution ? why : t.not_solved} onClick={() => setOpen("reverse")}>{t.reverse_solution}</ReasonButton>
            <ReasonButton type="primary" why={solution ? t.already_solved : why} onClick={() => setOpen("solve")}>{t.solve}</ReasonButton>
          </>
        }
      >
        <Link to={paths.care("problems")}>{t.problems}</Link>
        <SolvedTag problem={problem} />
      </PageHead>
      <Section title={t.description}>
        <p className="record-text">{problem.description}</p>
      </Section>
      <Section>
        <Facts items={[
          { name: records.party, value: <PartyLinks party={problem} /> },
          { name: t.category, value: term("problem_category", problem.category, locale) },
          { name: records.unit, value: unitName(problem.unit, locale) },
          { name: t.raised_on, value: problem.raised_on },
          { name: t.source, value: problem.visit ? <Link to={paths.care_record("visits", problem.visit.id)}>{problem.visit.code}</Link> : "—" },
        ]} />
      </Section>
      {solution && (
        <Section title={t.solution} hint={<BookedMarks late={solution.late} />}>
          <p className="record-text">{solution.solution}</p>
          <p className="secondary card-more">{t.solved_on} {solution.solved_on} · {records.month} {solution.month} · <FactNumber seq={solution.fact_seq} month={solution.month} indicator="care_problems_solved" unit={problem.unit.code} /></p>
        </Section>
      )}
      {open === "edit" && <ProblemDrawer problem={problem} onClose={() => setOpen(null)} />}
      {open === "solve" && <Solving problem={problem} month={month} onClose={() => setOpen(null)} />}
      {open === "reverse" && <Reversal problem={problem} month={month} onClose={() => setOpen(null)} />}
    </div>
  );
}
