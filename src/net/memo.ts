/** Answers equal questions once: the first asks, later ones join it while it is in flight and get the same answer afterwards. */
export const createMemo = <Answer>(): ((key: string, ask: () => Promise<Answer>) => Promise<Answer>) => {
  const answers = new Map<string, Promise<Answer>>();
  return (key, ask) => {
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = ask();
    answers.set(key, answer);
    return answer;
  };
};
