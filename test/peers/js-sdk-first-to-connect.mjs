/** As in RFC 8305, "Happy Eyeballs", with more patience: on a busy machine, the first address has to win where it is alive. */
const NEXT_ADDRESS_MS = 1500;

/**
 * Tries addresses one after the other, the next one where the last has failed or says nothing.
 * @param connectOne resolves to a socket
 * @returns the first socket; rejects with the last error where there is none
 */
export const firstToConnect = (addresses, connectOne) =>
  new Promise((resolve, reject) => {
    const waiting = [...addresses];
    let failed = 0;
    let settled = false;
    const next = () => {
      const address = waiting.shift();
      if (address === undefined || settled) return;
      const later = setTimeout(next, NEXT_ADDRESS_MS);
      connectOne(address).then(
        (socket) => {
          clearTimeout(later);
          if (settled) socket.destroy();
          settled = true;
          resolve(socket);
        },
        (error) => {
          clearTimeout(later);
          failed += 1;
          if (failed === addresses.length) reject(error);
          else next();
        },
      );
    };
    if (addresses.length === 0) reject(new Error('ENOTFOUND'));
    next();
  });
