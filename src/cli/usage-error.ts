/** Something that the user wrote cannot be used. The message says what was expected; it goes to stderr as one line, and the exit code is 3. */
export class UsageError extends Error {}
