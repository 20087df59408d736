import type { Failure } from '../../facts/failure.js';
import type { HttpLook } from '../../facts/http.js';

/** What kept a look from a whole answer: the connection, the response, or its body; null where it is whole. */
export const lookFailure = ({ connection, response }: HttpLook): Failure | null => {
  if (connection.kind === 'failed') return connection.failure;
  if (response.kind === 'failed') return response.failure;
  return response.kind === 'seen' && response.value.body.kind === 'failed' ? response.value.body.failure : null;
};
