import { ProductError } from "@pronaflow/contract";

/** The answer of `work`, or `TIMEOUT` once `milliseconds` have passed. What `work` does later is not awaited. */
export async function withDeadline<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new ProductError("TIMEOUT")), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
