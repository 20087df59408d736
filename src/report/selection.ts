/** Which checks count: areas (`tls`) or check ids (`tls/certificate-name`). Empty `only`: all. `skip` wins. */
export interface Selection {
  readonly only: readonly string[];
  readonly skip: readonly string[];
}
