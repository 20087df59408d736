import type { HeaderRecipe, ProxyRecipe, RouteAnswer } from './scenario.js';

/** The answer as it leaves the web server in front. */
export const behindProxy = (
  answer: RouteAnswer,
  { hides = [], adds = {}, always = true, delayMs = 0 }: ProxyRecipe,
): RouteAnswer => {
  const hidden = hides.map((name) => name.toLowerCase());
  const passed = Object.entries(answer.headers ?? {}).filter(([name]) => !hidden.includes(name.toLowerCase()));
  const isError = (answer.status ?? 200) >= 400;
  return {
    ...answer,
    headers: isError && !always ? Object.fromEntries(passed) : withLines(passed, adds),
    ...(delayMs === 0 ? {} : { delayMs: delayMs + (answer.delayMs ?? 0) }),
  };
};

/** A name that both have keeps the lines of both, those of the proxy last. */
const withLines = (
  passed: readonly (readonly [name: string, value: HeaderRecipe[string]])[],
  adds: HeaderRecipe,
): HeaderRecipe => {
  const lines = new Map<string, { readonly name: string; readonly values: readonly string[] }>();
  for (const [name, value] of [...passed, ...Object.entries(adds)]) {
    const key = name.toLowerCase();
    const known = lines.get(key);
    const values = typeof value === 'string' ? [value] : value;
    lines.set(key, { name: known?.name ?? name, values: [...(known?.values ?? []), ...values] });
  }
  return Object.fromEntries([...lines.values()].map(({ name, values }) => [name, values]));
};
