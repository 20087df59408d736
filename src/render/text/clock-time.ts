/** "21:04:10", by the clock of whoever reads it. `moment`: ISO 8601. */
export const clockTime = (moment: string): string => {
  const date = new Date(moment);
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map((part) => `${part}`.padStart(2, '0')).join(':');
};
