/** Why a file cannot be read or written, in words. */
export const fileErrorWords = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return CODE_WORDS.get((error as NodeJS.ErrnoException).code ?? '') ?? error.message;
};

const CODE_WORDS: ReadonlyMap<string, string> = new Map([
  ['EACCES', 'this user may not'],
  ['EISDIR', 'it is a directory'],
  ['ENOENT', 'there is no such file or folder'],
  ['ENOSPC', 'the disk is full'],
  ['ENOTDIR', 'a part of the path is no folder'],
  ['EROFS', 'the file system is read-only'],
]);
