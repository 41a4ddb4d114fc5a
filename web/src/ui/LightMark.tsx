/** A light: shape, word and colour together, so that it reads without colour too. */
import { term } from "@/locales/term";
import { useLocale } from "@/locales";
import { lightLook } from "@/lib/light";

/** The light's shape, with its word unless only the shape fits (then the word is its label). */
export function LightMark({ light, wordless = false }: { light: string | null | undefined; wordless?: boolean }) {
  const { locale } = useLocale();
  const look = lightLook(light);
  const word = term("light", look.key, locale);
  return (
    <span className={`light light-${look.tone}`} title={wordless ? word : undefined}>
      <svg viewBox="0 0 10 10" className="light-shape" role={wordless ? "img" : undefined} aria-hidden={!wordless} aria-label={wordless ? word : undefined}>
        {look.shape === "●" && <circle cx="5" cy="5" r="4.2" />}
        {look.shape === "▲" && <path d="M5 .8 9.8 9.2H.2Z" />}
        {look.shape === "■" && <rect x="1" y="1" width="8" height="8" />}
        {look.shape === "○" && <circle cx="5" cy="5" r="3.6" className="light-ring" />}
      </svg>
      {!wordless && <span className="light-word">{word}</span>}
    </span>
  );
}
