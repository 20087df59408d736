import { openPage, pad, type TextOptions } from './text/page.js';

/** What `demo` can show. */
export const renderScenarioList = (
  scenarios: readonly { readonly name: string; readonly title: string }[],
  options: TextOptions,
): string => {
  const page = openPage(options);
  const widest = Math.max(0, ...scenarios.map(({ name }) => name.length));
  const lines = scenarios.flatMap(({ name, title }) =>
    page.narrow ? [name, ...page.hang('    ', title)] : page.hang(`  ${pad(name, widest)}  `, title),
  );
  return `${page.heading('Scenarios: matrix-discovery demo NAME')}\n${lines.join('\n')}\n\n`;
};
