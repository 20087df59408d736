/** The kind of an address, in the words of the IANA special-purpose registries. `global` is what the public federation can reach. */
export interface AddressRange {
  readonly global: boolean;
  /** `private`, `loopback`, `link-local`, `documentation`, `carrier-grade NAT`, `unique local`, ...; `global` where it is. */
  readonly name: string;
}

/** For IPv4 and IPv6 without brackets. IPv4 inside of IPv6 (mapped, compatible, 6to4, NAT64, Teredo) is judged by the IPv4 address. */
export const addressRange = (address: string): AddressRange => {
  throw new Error(`not written yet: ${address}`);
};

/** Compares addresses by value, not by spelling. */
export const sameAddress = (left: string, right: string): boolean => {
  throw new Error(`not written yet: ${left} ${right}`);
};
