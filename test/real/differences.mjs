/**
 * What of `expected` is not so in `actual`, one line each with its path. Objects: only the members that are expected. Arrays: all items, in
 * order. A function answers whether it is right; it may throw where the actual thing is not even of the right kind.
 */
export const differences = (expected, actual, path = '') => {
  if (typeof expected === 'function') {
    return holds(expected, actual) ? [] : [`${path}: wrong: ${show(actual)}`];
  }
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual)) return [`${path}: a list was expected, not ${show(actual)}`];
    const length =
      expected.length === actual.length ? [] : [`${path}: ${expected.length} expected, not ${show(actual)}`];
    return [...length, ...expected.flatMap((item, index) => differences(item, actual[index], `${path}[${index}]`))];
  }
  if (typeof expected === 'object' && expected !== null) {
    if (typeof actual !== 'object' || actual === null) return [`${path}: an object was expected, not ${show(actual)}`];
    return Object.entries(expected).flatMap(([key, value]) =>
      differences(value, actual[key], path === '' ? key : `${path}.${key}`),
    );
  }
  return Object.is(expected, actual) ? [] : [`${path}: ${show(expected)} expected, not ${show(actual)}`];
};

const holds = (predicate, actual) => {
  try {
    return predicate(actual) === true;
  } catch {
    return false;
  }
};

const show = (value) => {
  const text = JSON.stringify(value) ?? 'undefined';
  return text.length > 300 ? `${text.slice(0, 300)}...` : text;
};
