/** A value that has settled for a moment, so that what follows typing does not ask at every key. */
import { useEffect, useState } from "react";

/** The value once it has stayed the same for `wait` milliseconds. */
export function useSettled<T>(value: T, wait = 400): T {
  const [settled, settle] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => settle(value), wait);
    return () => clearTimeout(timer);
  }, [value, wait]);
  return settled;
}
