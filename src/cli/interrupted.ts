/** A signal ended the run before there was a result. */
export class Interrupted extends Error {
  constructor() {
    super('interrupted');
  }
}
