/** The command that runs another one inside a network namespace. */
export const inNamespace = (namespace, command) => ['ip', 'netns', 'exec', namespace, ...command];
