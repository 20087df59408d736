/**
 * Runs in the page: fetches each URL, a few at once, and tells of each whether the page may read the answer, its body included. A network error
 * looks the same to a page whatever its cause.
 * @returns `status 200` or `refused` for each, in their order
 */
export const fetchAll = async (asked) => {
  const outcomes = [];
  const waiting = asked.entries();
  const worker = async () => {
    for (const [index, { url, init }] of waiting) {
      outcomes[index] = await fetch(url, init).then(
        async (response) => {
          await response.text();
          return `status ${response.status}`;
        },
        () => 'refused',
      );
    }
  };
  await Promise.all(Array.from({ length: 6 }, worker));
  return outcomes;
};
