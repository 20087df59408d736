import type { Finding } from '../src/report/report.js';

/** What is wrong with the texts of a finding as a reader gets them: placeholders that nobody filled, sentences that do not end, empty evidence. */
export const textFaults = ({ id, outcome, title, why, fix, evidence }: Finding): readonly string[] => {
  if (outcome !== 'fail') return [];
  const faults = Object.entries({ title, why, fix }).flatMap(([name, text]) => [
    ...(text === '' ? [`${name} is empty`] : []),
    ...(/\{[A-Za-z][A-Za-z0-9]*\}/.test(text) ? [`${name} has an unfilled placeholder`] : []),
    ...(/undefined|NaN|\[object/.test(text) ? [`${name} shows a value that is none`] : []),
    ...(/\S {2}|^\s|\s$/.test(text) ? [`${name} has stray blanks`] : []),
  ]);
  return [
    ...faults,
    ...(/[.!]$/.test(title) ? ['title ends like a sentence'] : []),
    ...(/\.$/.test(why) ? [] : ['why does not end in a full stop']),
    ...(/[,:;]$/.test(fix) ? ['fix breaks off'] : []),
    ...(evidence.some(({ label, value }) => label === '' || value === '') ? ['evidence is empty'] : []),
  ].map((fault) => `${id}: ${fault}: ${title} | ${why} | ${fix}`);
};
