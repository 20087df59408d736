import type { Report } from '../../report/report.js';
import type { Page } from './page.js';

/** What makes this run differ from what others see, and, where everything is to be shown, what it was looked with. */
export const settingLines = (report: Report, page: Page): readonly string[] => {
  const { setting } = report;
  const words = [
    ...setting.resolve.map(({ host, address }) => `Looked with --resolve ${host}:${address} in place of DNS.`),
    ...setting.connectTo.map(
      ({ host, port, address, toPort }) => `Looked with --connect-to ${host}:${port}:${address}:${toPort}.`,
    ),
    ...(setting.timedOut
      ? [`The time limit of ${setting.timeoutMs / 1000} s passed before everything was looked at (--timeout).`]
      : []),
    ...(page.options.verbose ? detailWords(report) : []),
  ];
  return words.length === 0 ? [] : [...words.flatMap((line) => page.hang('', line)), ''];
};

const detailWords = ({ setting, observedAt, tool }: Report): readonly string[] => [
  `Looked at ${observedAt} by ${tool.name} ${tool.version}, DNS resolver ${setting.resolvers.join(', ') || 'none'}.`,
  `Root certificates: ${setting.trustStore.map(({ source, certificates }) => `${certificates} of ${source}`).join(', ')}.`,
];
