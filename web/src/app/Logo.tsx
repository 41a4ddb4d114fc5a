/** The product's sign: a curve crossing the schedule's tick. */
export function Logo() {
  return (
    <svg className="logo" viewBox="0 0 32 32" aria-hidden>
      <rect width="32" height="32" rx="7" fill="#171C26" />
      <path d="M16 6v20" stroke="#9DB4D3" strokeWidth="1.5" strokeDasharray="2 2" />
      <path d="M7 22.5 13 15l5 4 7-9.5" fill="none" stroke="#fff" strokeWidth="3" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
