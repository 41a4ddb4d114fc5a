/** What happy-dom lacks, for the component tests. */
import { afterEach, vi } from "vitest";

if (!window.matchMedia) {
  Object.defineProperty(window, "matchMedia", {
    value: (query: string) => ({ matches: false, media: query, addEventListener: vi.fn(), removeEventListener: vi.fn(), addListener: vi.fn(), removeListener: vi.fn() }),
  });
}

afterEach(() => {
  localStorage.clear();
  document.body.innerHTML = "";
});
