/** What the exit code says: in a few words, and in a sentence. */
export const EXIT_STATUSES = [
  { code: '0', brief: 'nothing failed', sentence: 'Nothing failed. Warnings are allowed.' },
  { code: '1', brief: 'warnings, with --fail-on warning', sentence: 'Warnings, with --fail-on warning.' },
  {
    code: '2',
    brief: 'something failed',
    sentence:
      'Something failed: other servers or clients cannot use this server. One that does not answer is meant too.',
  },
  {
    code: '3',
    brief: 'not judged: bad usage, no network, a defect here',
    sentence: 'Could not be judged: bad usage, no network or no resolver here, a defect of this tool.',
  },
  { code: '130, 143', brief: 'signal', sentence: 'Stopped by SIGINT or SIGTERM.' },
] as const;

export const EXIT_OF_SEVERAL = 'several names: the worst of 2, 3, 1, 0';
