import { Text } from 'ink';

/** One row of the screen, which is cut where the terminal ends: a row that wrapped would break the count of rows. */
export const Line = ({ children }: { readonly children: string }) => <Text wrap="truncate-end">{children}</Text>;
