/** The comparison in figures, a line for each group, and the differences by name. */
export const tableOf = (compared) => {
  const groups = [...new Set(compared.map(({ group }) => group))];
  const row = (name, ones) => {
    const agreed = ones.filter(({ isSame }) => isSame).length;
    return [name, ones.length, agreed, ones.length - agreed];
  };
  const rows = [
    ['group', 'cases', 'agree', 'differ'],
    ...groups.map((group) =>
      row(
        group,
        compared.filter((one) => one.group === group),
      ),
    ),
    row('all', compared),
  ];
  return [
    '',
    ...rows.map(
      ([name, ...figures]) => `${name.padEnd(10)}${figures.map((figure) => `${figure}`.padStart(8)).join('')}`,
    ),
    ...compared
      .filter(({ isSame }) => !isSame)
      .map(({ name, reason }) => `differs: ${name} (${reason ?? 'not listed'})`),
    '',
  ];
};
